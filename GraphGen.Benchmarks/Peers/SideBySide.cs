using System.Diagnostics;
using GraphGen.Benchmarks.Measuring;

namespace GraphGen.Benchmarks.Peers;

/// <summary>
/// Measures us and a peer on a machine whose speed changes from minute to minute: short samples of one and the other alternate,
/// and what counts is the median of their ratios.
/// </summary>
internal static class SideBySide
{
    private const double SampleSeconds = 0.02;
    private const int WarmUpRounds = 4;

    /// <summary>Measures both.</summary>
    /// <param name="ours">One repetition of a running number, with a result that depends on what was computed.</param>
    /// <param name="peer">So many repetitions, and their seconds; null where there is no peer.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    public static Comparison Measure(Func<int, float> ours, Func<int, double>? peer, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var us = new Contender(repetitions => Time(ours, repetitions));
        var them = peer is null ? null : new Contender(peer);
        WarmUp(us, them);
        List<double> ourSeconds = [], peerSeconds = [];
        for (int round = 0; round < rounds; round++)
        {
            ourSeconds.Add(us.Sample());
            if (them is not null)
            {
                peerSeconds.Add(them.Sample());
            }
        }

        return new(ourSeconds, peerSeconds);
    }

    // Methods are compiled anew, optimised, in the background once they have been called thirty times.
    private static void WarmUp(Contender us, Contender? them)
    {
        for (int round = 0; round < WarmUpRounds; round++)
        {
            us.Calibrate();
            them?.Calibrate();
            Thread.Sleep(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>An untimed repetition first brings the network back into the caches.</summary>
    private static double Time(Func<int, float> once, int repetitions)
    {
        float computed = once(0);
        long start = Stopwatch.GetTimestamp();
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            computed += once(repetition);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return float.IsFinite(computed)
            ? seconds
            : throw new InvalidOperationException($"The results add up to {computed}: what was timed is not the intended work.");
    }

    private sealed class Contender(Func<int, double> run)
    {
        private int repetitions = 8;

        public void Calibrate() => repetitions = (int)Math.Clamp(SampleSeconds / Sample(), 1, 1_000_000);

        /// <summary>Seconds of one repetition.</summary>
        public double Sample() => run(repetitions) / repetitions;
    }
}
