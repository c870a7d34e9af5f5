using GraphGen.Numerics;

namespace GraphGen.Tests.Adversarial;

/// <summary>Points about eight modes on a circle: what generators lose modes of first (Metz et al., "Unrolled Generative Adversarial Networks", 2016).</summary>
internal static class RingOfGaussians
{
    public const int Modes = 8;
    public const double Radius = 1;
    public const double Deviation = 0.1;

    public static Dataset Draw(int count, ulong seed)
    {
        var random = new CounterRandom(seed, stream: 0);
        float[] points = new float[2 * count];
        for (int point = 0; point < count; point++)
        {
            double angle = 2 * Math.PI * random.NextInt(Modes) / Modes;
            points[2 * point] = (float)((Radius * Math.Cos(angle)) + (Deviation * random.NextNormal()));
            points[(2 * point) + 1] = (float)((Radius * Math.Sin(angle)) + (Deviation * random.NextNormal()));
        }

        return new Dataset(points, 2);
    }

    /// <summary>How many modes have points within three deviations, at least a hundredth of all each, and the share of points that any mode has.</summary>
    public static (int Modes, double Share) Coverage(ReadOnlySpan<float> points)
    {
        int count = points.Length / 2;
        int[] near = new int[Modes];
        for (int point = 0; point < count; point++)
        {
            (double x, double y) = (points[2 * point], points[(2 * point) + 1]);
            for (int mode = 0; mode < Modes; mode++)
            {
                double angle = 2 * Math.PI * mode / Modes;
                bool isNear = Math.Sqrt(Math.Pow(x - (Radius * Math.Cos(angle)), 2) + Math.Pow(y - (Radius * Math.Sin(angle)), 2)) <= 3 * Deviation;
                near[mode] += isNear ? 1 : 0;
            }
        }

        return (near.Count(found => found >= count / 100), (double)near.Sum() / count);
    }
}
