using System.Diagnostics;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>Something to measure.</summary>
/// <param name="Name">What it is, for the tables.</param>
/// <param name="Flop">Useful floating-point operations of one repetition: padding does not count.</param>
/// <param name="Run">Repeats it so many times and returns a number that depends on what was computed.</param>
internal sealed record Workload(string Name, double Flop, Func<int, float> Run)
{
    /// <summary>Repeats it so many times.</summary>
    /// <returns>The seconds of all repetitions.</returns>
    /// <exception cref="InvalidOperationException">It computed something that is not a finite number.</exception>
    public double Time(int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        float computed = Run(repetitions);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return float.IsFinite(computed)
            ? elapsed
            : throw new InvalidOperationException(
                $"'{Name}' computed {computed}, which is no finite number: what was timed is not the intended work.");
    }

    /// <summary>The same after an untimed repetition, which fetches the data back into the caches.</summary>
    public double TimeWarm(int repetitions)
    {
        Time(1);
        return Time(repetitions);
    }
}
