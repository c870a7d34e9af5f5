using GraphGen.Execution;

namespace GraphGen.Tests.Reuse;

/// <summary>Rows for the networks here, and what tests ask of them.</summary>
internal static class ReuseData
{
    /// <summary>Random rows of six features with classes that the first of them decides.</summary>
    public static Dataset Classes(int classes, int rows = 24)
    {
        var random = new Random(classes);
        float[] inputs = new float[rows * 6];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < 6; column++)
            {
                inputs[(6 * row) + column] = (float)((2 * random.NextDouble()) - 1);
            }

            labels[row] = Math.Min(classes - 1, (int)((inputs[6 * row] + 1) / 2 * classes));
        }

        return new Dataset(inputs, 6, labels);
    }

    /// <summary>The bits of parameters and moving statistics, in the order of their layers.</summary>
    public static int[] Bits(INetwork network, Func<Parameter, bool> isWanted) => [.. network.Parameters.Where(isWanted).SelectMany(Bits)];

    /// <summary>The bits of a parameter.</summary>
    public static int[] Bits(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
    }

    /// <summary>All layers, those without parameters among them.</summary>
    public static IReadOnlyList<Layer> Layers(this INetwork network) => network.Layers;
}
