using System.Globalization;
using GraphGen;

/// <summary>
/// The irises of R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals of Eugenics 7 (1936), 179-188:
/// lengths and widths of the sepals and petals of 150 flowers in centimetres, 50 of each species.
/// </summary>
internal static class Flowers
{
    public static readonly string[] Species = ["setosa", "versicolor", "virginica"];

    /// <summary>Reads the flowers and keeps a share of each species apart to test with.</summary>
    public static (Dataset Train, Dataset Test) Load(string path, double testShare, int seed)
    {
        var random = new Random(seed);
        List<string[]> train = [], test = [];
        foreach (var flowers in File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(flower => flower[^1]))
        {
            string[][] shuffled = [.. flowers];
            random.Shuffle(shuffled);
            int count = (int)Math.Round(testShare * shuffled.Length);
            test.AddRange(shuffled[..count]);
            train.AddRange(shuffled[count..]);
        }

        return (ToDataset(train), ToDataset(test));
    }

    private static Dataset ToDataset(List<string[]> flowers) => new(
        inputs: [.. flowers.SelectMany(flower => flower[..^1]).Select(value => float.Parse(value, CultureInfo.InvariantCulture))],
        inputSize: Iris.InputSize,
        labels: [.. flowers.Select(flower => Array.IndexOf(Species, flower[^1]))]);
}
