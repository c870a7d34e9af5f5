using GraphGen.Benchmarks.Measuring;

namespace GraphGen.Benchmarks.Peers;

/// <summary>
/// Measures whole steps and predictions, ours and others', on a machine whose speed changes from minute to minute: samples
/// alternate, and what counts is the median of their ratios.
/// </summary>
internal static class SideBySide
{
    /// <summary>How long a sample lasts, about. A call more in it, to wake the other program, does not show.</summary>
    public const double SampleSeconds = 0.02;

    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures everything.</summary>
    /// <param name="contenders">Each makes so many repetitions and returns their seconds.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    /// <returns>The seconds of one repetition in each round, by contender.</returns>
    public static IReadOnlyList<IReadOnlyList<double>> Measure(IReadOnlyList<Func<int, double>> contenders, int rounds) =>
        Alternating.Measure(contenders, rounds, SampleSeconds, WarmUpPause);
}
