namespace GraphGen.Benchmarks.Measuring;

/// <summary>Measures several contenders in turns: in each round a short sample of one follows a short sample of the other.</summary>
internal static class Alternating
{
    /// <summary>Measures them.</summary>
    /// <param name="contenders">Each makes so many repetitions and returns their seconds. In this order they take turns.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    /// <param name="sampleSeconds">How long one sample should last; a contender that takes longer runs once.</param>
    /// <param name="warmUpPause">How long to wait, a few times, for methods that are compiled anew, optimised, in the background
    /// once they have been called thirty times; zero where that has happened.</param>
    /// <returns>The seconds of one repetition in each round, by contender.</returns>
    public static IReadOnlyList<IReadOnlyList<double>> Measure(
        IReadOnlyList<Func<int, double>> contenders, int rounds, double sampleSeconds, TimeSpan warmUpPause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        Contender[] all = [.. contenders.Select(contender => new Contender(contender, sampleSeconds))];
        WarmUp.Run(() => Array.ForEach(all, contender => contender.WarmUp()), warmUpPause);
        List<double>[] seconds = [.. all.Select(_ => new List<double>(rounds))];
        for (int round = 0; round < rounds; round++)
        {
            for (int index = 0; index < all.Length; index++)
            {
                seconds[index].Add(all[index].Sample());
            }
        }

        return seconds;
    }

    private sealed class Contender(Func<int, double> run, double sampleSeconds)
    {
        private readonly Calibration calibration = new(sampleSeconds);

        public void WarmUp() => calibration.WarmUp(run);

        /// <summary>Seconds of one repetition.</summary>
        public double Sample() => run(calibration.Repetitions) / calibration.Repetitions;
    }
}
