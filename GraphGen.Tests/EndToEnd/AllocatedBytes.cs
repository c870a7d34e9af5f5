namespace GraphGen.Tests.EndToEnd;

/// <summary>Measures what calls allocate.</summary>
internal static class AllocatedBytes
{
    /// <summary>
    /// Bytes that <paramref name="calls"/> calls allocate on this thread after a first one. The runtime itself may allocate when it
    /// replaces a method by its optimised version in the middle; a call that allocates does so every time. So the least of a few
    /// attempts counts.
    /// </summary>
    public static long Of(int calls, Action call)
    {
        const int Attempts = 5;
        call();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int index = 0; index < calls; index++)
            {
                call();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
