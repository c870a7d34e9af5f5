using GraphGen;

/// <summary>What is measured of the networks, to four decimals, and how it compares with their cards.</summary>
internal static class Figures
{
    /// <summary>On which rows.</summary>
    public const string Rows = "MNIST's test set, 10,000 rows";

    private const int Decimals = 4;
    private const double LastDigit = 1e-4;

    /// <summary>What is measured of a classifier.</summary>
    public static ZooMetric[] Of(ClassificationEvaluation evaluation) => [Metric("accuracy", evaluation.Accuracy), Metric("cross-entropy", evaluation.Loss)];

    /// <summary>What is measured of an autoencoder.</summary>
    public static ZooMetric[] Of(RegressionEvaluation evaluation) => [Metric("root mean squared error", evaluation.RootMeanSquaredError), Metric("cross-entropy", evaluation.Loss)];

    /// <summary>Prints each figure of a card beside the one that was measured.</summary>
    /// <returns>Whether all agree but for the last digit, which may come out otherwise on another instruction set.</returns>
    public static bool Agree(ZooCard card, ZooMetric[] measured)
    {
        bool agree = true;
        foreach (ZooMetric metric in card.Metrics)
        {
            double value = measured.Single(candidate => candidate.Name == metric.Name).Value;
            bool isSame = Math.Abs(value - metric.Value) < 1.5 * LastDigit;
            Console.WriteLine($"{card.Name}: {metric.Name} {value:F4}, on the card {metric.Value:F4}{(isSame ? "" : ": DIFFERENT")}");
            agree &= isSame;
        }

        return agree;
    }

    private static ZooMetric Metric(string name, double value) => new(name, Math.Round(value, Decimals), Rows);
}
