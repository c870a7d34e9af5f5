using System.Globalization;
using GraphGen;

namespace Company.Product;

internal static class Program
{
    private static void Main()
    {
        float[] points = new float[800];
        int[] labels = new int[points.Length / 2];
        for (int row = 0; row < labels.Length; row++)
        {
            // A grid of 20 by 20 points.
            points[2 * row] = ((row % 20) - 9.5f) / 10;
            points[(2 * row) + 1] = ((row / 20) - 9.5f) / 10;
            labels[row] = points[2 * row] * points[(2 * row) + 1] > 0 ? 1 : 0;
        }

        var data = new Dataset(points, inputSize: 2, labels);
        var network = new Quadrants(seed: 1);
        History history = network.Fit(data, new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.05f });
        float[] probabilities = new float[4 * Quadrants.OutputSize];
        network.Predict([-0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f], probabilities);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {network.Evaluate(data).Accuracy:F3}"));
        Console.WriteLine("classes " + string.Join(' ', probabilities.Chunk(2).Select(row => row[0] > row[1] ? 0 : 1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epochs {history.Epochs.Count}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"everything {new Everything().Parameters.Count}"));
    }
}
