using GraphGen.Numerics;

namespace GraphGen.Benchmarks.Networks;

/// <summary>Random rows, the same in every run: features in [0, 1), and labels or targets in [0, 1).</summary>
internal static class RandomData
{
    /// <summary>Draws rows that fit a network.</summary>
    public static Dataset For(NetworkInfo info, int rows)
    {
        var random = new CounterRandom(seed: 2, stream: 0);
        float[] inputs = Draw(ref random, rows * info.InputSize);
        if (info.Loss != LossFunction.SoftmaxCrossEntropy)
        {
            return new(inputs, info.InputSize, Draw(ref random, rows * info.OutputSize), info.OutputSize);
        }

        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = random.NextInt(info.OutputSize);
        }

        return new(inputs, info.InputSize, labels);
    }

    private static float[] Draw(ref CounterRandom random, int count)
    {
        float[] values = new float[count];
        for (int index = 0; index < count; index++)
        {
            values[index] = (float)random.NextDouble();
        }

        return values;
    }
}
