namespace GraphGen.Benchmarks.Measuring;

/// <summary>How often something is repeated, so that a sample of it lasts as long as it should.</summary>
/// <param name="sampleSeconds">How long one sample should last; what takes longer runs once.</param>
internal sealed class Calibration(double sampleSeconds)
{
    private const int MostRepetitions = 1_000_000;

    // Enough calls for a method to be compiled anew, unless they take too long.
    private const int WarmUpCalls = 32;
    private const double WarmUpSeconds = 0.2;

    private int warmUpRepetitions = 1;

    /// <summary>Repetitions of a sample.</summary>
    public int Repetitions { get; private set; } = 1;

    /// <summary>Runs it for a round of <see cref="WarmUp"/>, and learns how long it takes.</summary>
    /// <param name="run">Makes so many repetitions and returns their seconds.</param>
    public void WarmUp(Func<int, double> run)
    {
        int repetitions = Math.Max(Repetitions, warmUpRepetitions);
        double seconds = run(repetitions) / repetitions;
        Repetitions = (int)Math.Clamp(sampleSeconds / seconds, 1, MostRepetitions);
        warmUpRepetitions = (int)Math.Clamp(WarmUpSeconds / seconds, 1, WarmUpCalls);
    }
}
