using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Steps;

/// <summary>
/// The least time that a training step can take here: its products at the FMA peak, and then the memory traffic that cannot be
/// avoided at the bandwidth of a buffer as large as what the step touches. The two parts are added, because the update of the weights
/// has to wait for their gradient.
/// </summary>
internal sealed class Roofline
{
    private readonly double traffic;
    private readonly double bandwidthTraffic;

    /// <summary>The roofline of a workload's steps.</summary>
    public Roofline(NetworkWorkload workload)
    {
        NetworkInfo info = workload.Kind.Info;
        MemoryInfo memory = info.Memory;
        long input = (long)sizeof(float) * workload.Batch * info.InputSize;
        long numbersPerParameter = 1 + (memory.OptimizerState / memory.Gradients);
        traffic = (2.0 * sizeof(float) * info.ParameterCount * numbersPerParameter) + input;
        (Bandwidth, bandwidthTraffic) = Measuring.Bandwidth.Of(memory.Total(workload.Batch) - memory.Gradients + input);
    }

    /// <summary>The work that measures the bandwidth.</summary>
    public Workload Bandwidth { get; }

    /// <summary>The least time as a share of a step's time, in the median of the rounds.</summary>
    /// <param name="step">The steps, with their share of the FMA peak.</param>
    /// <param name="bandwidth">What was measured of <see cref="Bandwidth"/> in the same rounds.</param>
    public double Share(Measurement step, Measurement bandwidth) => Statistics.Quantile(
        Enumerable.Range(0, step.Ratios.Count).Select(round =>
            step.Ratios[round] + (traffic / bandwidthTraffic * bandwidth.Seconds[round] / step.Seconds[round])),
        0.5);

    /// <summary>The measured bandwidth in 10^9 bytes a second, in the median of the rounds.</summary>
    public double GigabytesPerSecond(Measurement bandwidth) => bandwidthTraffic / bandwidth.MedianSeconds / 1e9;
}
