using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>The share of rows whose label is among the k most probable classes.</summary>
internal sealed class TopKMetric(int k) : Metric
{
    public override string Name { get; } = Invariant($"top{k}_accuracy");

    public override bool IsHigherBetter => true;

    public override void Check(NetworkInfo info)
    {
        MetricGuard.Softmax(info, Name);
        if (k > info.OutputSize)
        {
            throw Guard.Invalid(
                nameof(info),
                $"{Name} names more classes than the {info.OutputSize} of {info.Name}",
                $"choose k from 1 to {info.OutputSize}");
        }
    }

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, k);

    private sealed class Run(NetworkInfo info, Dataset data, int k) : MetricRun(info, data)
    {
        protected override double Measure(ReadOnlySpan<float> predictions) => TopKAccuracy.Of(predictions, Data.Labels, Info.OutputSize, k);
    }
}
