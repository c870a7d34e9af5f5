namespace GraphGen.Benchmarks.Measuring;

/// <summary>What calls allocate that should allocate nothing.</summary>
internal static class Allocation
{
    /// <summary>Calls in a sample.</summary>
    public const int Calls = 100;

    private const int Attempts = 3;

    /// <summary>
    /// Bytes that <see cref="Calls"/> calls allocate on this thread. The runtime itself may allocate when it replaces a method by
    /// its optimised version in the middle; a call that allocates does so every time. So the least of a few attempts counts.
    /// </summary>
    /// <param name="run">Makes so many calls and returns a number that depends on what was computed.</param>
    public static long Of(Func<int, float> run)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            float computed = run(Calls);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            if (!float.IsFinite(computed))
            {
                throw new InvalidOperationException($"The calls computed {computed}, which is no finite number.");
            }
        }

        return least;
    }
}
