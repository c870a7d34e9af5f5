using GraphGen.Numerics;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Images of 8 x 8 grey pixels with a bar across, down, or along a diagonal, some noise, and some wrong labels to be mistaken about.</summary>
internal static class BarImages
{
    public const int Side = 8;
    public const int Kinds = 4;

    private const int OneInSoManyIsWrong = 12;

    public static Dataset Labelled(int count, ulong seed)
    {
        (float[] inputs, int[] labels) = New(count, seed);
        return new Dataset(inputs, Side * Side, labels);
    }

    /// <summary>Whether the bar is diagonal, as a target.</summary>
    public static Dataset Diagonal(int count, ulong seed)
    {
        (float[] inputs, int[] labels) = New(count, seed);
        return new Dataset(inputs, Side * Side, [.. labels.Select(label => label >= 2 ? 1f : 0f)], targetSize: 1);
    }

    /// <summary>The kind, and a tenth of its square, as targets.</summary>
    public static Dataset Measured(int count, ulong seed)
    {
        (float[] inputs, int[] labels) = New(count, seed);
        return new Dataset(inputs, Side * Side, [.. labels.SelectMany(label => new[] { label, 0.1f * label * label })], targetSize: 2);
    }

    private static (float[] Inputs, int[] Labels) New(int count, ulong seed)
    {
        var random = new CounterRandom(seed, stream: 0);
        float[] inputs = new float[count * Side * Side];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            int kind = row % Kinds, place = (int)(random.NextDouble() * Side);
            for (int pixel = 0; pixel < Side * Side; pixel++)
            {
                (int y, int x) = (pixel / Side, pixel % Side);
                bool isOn = kind switch
                {
                    0 => y == place,
                    1 => x == place,
                    2 => x == y,
                    _ => x == Side - 1 - y,
                };
                inputs[(row * Side * Side) + pixel] = (float)((isOn ? 0.6 : 0) + (0.4 * random.NextDouble()));
            }

            labels[row] = row % OneInSoManyIsWrong == 0 ? (kind + 1) % Kinds : kind;
        }

        return (inputs, labels);
    }
}
