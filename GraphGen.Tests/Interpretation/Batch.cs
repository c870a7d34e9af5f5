using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

/// <summary>A mini-batch whose numbers single precision holds exactly.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Inputs">[rows, features], row-major.</param>
/// <param name="Labels">One label per row for softmax cross-entropy, else empty.</param>
/// <param name="Expected">Targets [rows, outputs], labels as one-hot rows.</param>
/// <param name="Weights">How much each row counts.</param>
internal sealed record Batch(int Rows, double[] Inputs, int[] Labels, double[] Expected, double[] Weights)
{
    /// <summary>Normally distributed inputs; labels at random; targets in [0, 1] for binary cross-entropy, else normally distributed.</summary>
    public static Batch Draw(NetworkSpec network, int rows, int seed)
    {
        var random = new System.Random(seed);
        int outputs = network.Layers.OfType<DenseSpec>().Last().Units;
        bool areProbabilities = network.Loss is { IsReconstruction: true, Kind: LossKind.BinaryCrossEntropy };
        double[] inputs = areProbabilities ? RandomValues.Uniform(random, rows * network.InputSize, 0, 1) : RandomValues.Normal(random, rows * network.InputSize, 1);
        double[] weights = RandomValues.Uniform(new System.Random(~seed), rows, 0, 2);
        if (!network.Loss.TakesClasses)
        {
            double[] targets = network.Loss.Kind == LossKind.BinaryCrossEntropy
                ? RandomValues.Uniform(random, rows * outputs, 0, 1)
                : RandomValues.Normal(random, rows * outputs, 1);
            return new Batch(rows, inputs, [], targets, weights);
        }

        int[] labels = Enumerable.Range(0, rows).Select(_ => random.Next(outputs)).ToArray();
        double[] oneHot = new double[rows * outputs];
        for (int row = 0; row < rows; row++)
        {
            oneHot[(row * outputs) + labels[row]] = 1;
        }

        return new Batch(rows, inputs, labels, oneHot, weights);
    }

    /// <summary>Some of its rows.</summary>
    public Batch Slice(int first, int rows) => new(
        rows,
        Part(Inputs, first, rows),
        Labels.Length == 0 ? [] : Labels[first..(first + rows)],
        Part(Expected, first, rows),
        Part(Weights, first, rows));

    private double[] Part(double[] matrix, int first, int rows)
    {
        int columns = matrix.Length / Rows;
        return matrix[(first * columns)..((first + rows) * columns)];
    }
}
