using GraphGen.Numerics;

namespace GraphGen.Execution;

/// <summary>
/// What generators make their rows of: independent normal numbers of mean 0 and standard deviation 1, functions of a seed and of what they are for.
/// </summary>
internal static class LatentNoise
{
    /// <summary>The first stream of training steps.</summary>
    public const ulong TrainingStream = 1UL << 43;

    /// <summary>The first stream of the rows that an epoch is judged by.</summary>
    public const ulong JudgementStream = 1UL << 44;

    /// <summary>The stream of samples.</summary>
    public const ulong SampleStream = 1UL << 45;

    /// <summary>Fills a matrix row by row.</summary>
    public static void Fill(Span<float> noise, ulong seed, ulong stream)
    {
        var random = new CounterRandom(seed, stream);
        foreach (ref float value in noise)
        {
            value = (float)random.NextNormal();
        }
    }
}
