using GraphGen;
using GraphGen.Numerics;

/// <summary>Eight Gaussians on a circle (Metz et al., "Unrolled Generative Adversarial Networks", 2016): what has modes to lose.</summary>
internal static class Ring
{
    public const int Modes = 8;
    private const double Radius = 1;
    private const double Deviation = 0.1;

    // First weights take the streams from 0 on.
    private const ulong PointStream = 1UL << 32;

    /// <summary>Draws points.</summary>
    public static Dataset Draw(int count, ulong seed)
    {
        var random = new CounterRandom(seed, PointStream);
        float[] points = new float[2 * count];
        for (int point = 0; point < count; point++)
        {
            (double x, double y) = Mode(random.NextInt(Modes));
            points[2 * point] = (float)(x + (Deviation * random.NextNormal()));
            points[(2 * point) + 1] = (float)(y + (Deviation * random.NextNormal()));
        }

        return new Dataset(points, 2);
    }

    /// <summary>The modes that have at least a hundredth of the points within three deviations, and the share of points that lie so near to any mode.</summary>
    public static (int Modes, double Share) Coverage(ReadOnlySpan<float> points)
    {
        int count = points.Length / 2;
        int[] near = new int[Modes];
        for (int point = 0; point < count; point++)
        {
            for (int mode = 0; mode < Modes; mode++)
            {
                (double x, double y) = Mode(mode);
                near[mode] += double.Hypot(points[2 * point] - x, points[(2 * point) + 1] - y) <= 3 * Deviation ? 1 : 0;
            }
        }

        return (near.Count(found => found >= count / 100), (double)near.Sum() / count);
    }

    private static (double X, double Y) Mode(int mode)
    {
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * mode / Modes);
        return (Radius * cosine, Radius * sine);
    }
}
