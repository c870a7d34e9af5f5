namespace GraphGen.Tests.EndToEnd;

/// <summary>Made-up data, the same on every run.</summary>
internal static class RandomData
{
    /// <summary>Numbers in [0, 1).</summary>
    public static float[] Floats(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }

    /// <summary>Labels below <paramref name="classes"/>.</summary>
    public static int[] Labels(int count, int classes, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }
}
