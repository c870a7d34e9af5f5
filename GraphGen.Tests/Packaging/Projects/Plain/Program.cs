using System;
using GraphGen;

internal static class Program
{
    private static void Main()
    {
        var random = new Random(1);
        var points = new float[800];
        var labels = new int[points.Length / 2];
        for (int row = 0; row < labels.Length; row++)
        {
            points[2 * row] = 2 * random.NextSingle() - 1;
            points[2 * row + 1] = 2 * random.NextSingle() - 1;
            labels[row] = points[2 * row] * points[2 * row + 1] > 0 ? 1 : 0;
        }

        var data = new Dataset(points, inputSize: 2, labels);
        var network = new Quadrants(seed: 1, threads: 2);
        network.Fit(data, new FitOptions { Epochs = 60, BatchSize = 20, LearningRate = 0.05f });
        Console.WriteLine(FormattableString.Invariant($"accuracy {network.Evaluate(data).Accuracy:F3}"));

        var probabilities = new float[4];
        network.CreatePredictor().Predict(new[] { -0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f, 0.5f }, probabilities);
        Console.WriteLine("classes " + string.Join(' ', Array.ConvertAll(probabilities, probability => probability > 0.5f ? 1 : 0)));
    }
}

[Input(2)]
[Dense(16, Act.Elu, L1 = 1e-5, MaxNorm = 4)]
[Dense(1)]
[BinaryCrossEntropy]
[Adam]
[ClipGradientNorm(1)]
[AverageWeights]
public partial class Quadrants;
