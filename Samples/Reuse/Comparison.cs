/// <summary>Accuracies of a baseline and of what should be better, each measured with the same seeds and so on the same labelled rows.</summary>
/// <param name="variants">The baseline, then the others.</param>
/// <param name="accuracies">For each seed that of each variant.</param>
internal sealed class Comparison(string[] variants, double[][] accuracies)
{
    /// <summary>What makes no difference is on one side with all of five seeds in one case of sixteen; fewer seeds say nothing.</summary>
    private const int TellingSeeds = 5;

    /// <summary>Prints the figures, and what they say.</summary>
    public void Print()
    {
        var table = new AlignedTable("test accuracy", "median", "lowest", "highest", "gain", "better with", "verdict");
        for (int variant = 0; variant < variants.Length; variant++)
        {
            double[] values = [.. accuracies.Select(ofSeed => ofSeed[variant])];
            table.Add([variants[variant], $"{Seeds.Median(values):P2}", $"{values.Min():P2}", $"{values.Max():P2}", .. variant == 0 ? ["", "", ""] : Gain(variant)]);
        }

        table.Print();
        Console.WriteLine();
    }

    private string[] Gain(int variant)
    {
        double[] gains = [.. accuracies.Select(ofSeed => ofSeed[variant] - ofSeed[0])];
        int better = gains.Count(gain => gain > 0), worse = gains.Count(gain => gain < 0);
        string verdict = gains.Length < TellingSeeds ? "too few seeds"
            : better == gains.Length ? "helps"
            : worse == gains.Length ? "harms"
            : "within the noise";
        return [$"{100 * Seeds.Median(gains):+0.00;-0.00;0.00}", $"{better} of {gains.Length} seeds", verdict];
    }
}
