using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GraphGen.Execution;

/// <summary>
/// Waits for another thread's write by looking at a word again and again: with pauses at first, then lending the processor to
/// other threads between looks.
/// </summary>
internal static class Watch
{
    // Looks between two looks at the clock, which costs as much as a few pauses.
    private const int Looks = 32;

    // Threads that have a processor each rarely wait longer for one another. Where they share one after all, each wait wastes this
    // much before the other thread gets its turn; but whoever gives way sooner looks idle to the scheduler, which then leaves both
    // on one processor beside an idle one. Measured with 5, 100 and 2,000 microseconds: 100 is enough.
    private static readonly long Spinning = Microseconds(100);

    // About as long as waking a sleeper takes: then watching and sleeping together cost at most twice what knowing the future
    // would. See A. R. Karlin et al., "Empirical studies of competitive spinning for a shared-memory multiprocessor", SOSP 1991.
    private static readonly long Watching = Microseconds(50);

    /// <summary>Waits until <paramref name="word"/> no longer holds <paramref name="value"/>.</summary>
    /// <param name="word">What another thread will write.</param>
    /// <param name="value">What it holds until then.</param>
    /// <param name="isCrowded">Whether threads outnumber processors, so that the writer may be waiting for this very processor.</param>
    public static void UntilChanged(ref int word, int value, bool isCrowded) => TryUntilChanged(ref word, value, isCrowded, long.MaxValue);

    /// <summary>Waits likewise, but for some tens of microseconds only.</summary>
    /// <returns>Whether the word changed in time.</returns>
    public static bool BrieflyUntilChanged(ref int word, int value, bool isCrowded) => TryUntilChanged(ref word, value, isCrowded, Watching);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryUntilChanged(ref int word, int value, bool isCrowded, long limit)
    {
        long spinning = isCrowded ? 0 : Spinning;
        long start = 0;
        while (true)
        {
            for (int look = 0; look < Looks; look++)
            {
                if (Volatile.Read(ref word) != value)
                {
                    return true;
                }

                Pause();
            }

            // Most waits end before the clock is read for the first time.
            long now = Stopwatch.GetTimestamp();
            start = start == 0 ? now : start;
            if (now - start >= limit)
            {
                return false;
            }

            if (now - start >= spinning)
            {
                Thread.Yield();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pause()
    {
        if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else if (ArmBase.IsSupported)
        {
            ArmBase.Yield();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }

    private static long Microseconds(int count) => count * Stopwatch.Frequency / 1_000_000;
}
