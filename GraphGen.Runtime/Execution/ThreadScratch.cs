using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GraphGen.Execution;

/// <summary>
/// Working memory of the calling thread for the length of one kernel. It is allocated when a thread first asks, or asks for more
/// than before, and reused ever after.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadScratch
{
    [ThreadStatic]
    private static Arena? t_arena;

    /// <summary>
    /// At least <paramref name="length"/> floats that belong to the calling thread, from a multiple of 64 bytes on.
    /// Their content is undefined. Nested use is not allowed: the next call on the same thread hands out the same floats.
    /// </summary>
    /// <param name="length">The number of floats, from 0 to <see cref="Arena.MaxLength"/>.</param>
    /// <returns>The first of the floats, valid until the thread's next call.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> lies outside that range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Rent(int length)
    {
        Arena? arena = t_arena;
        if (arena is null || (uint)arena.Length < (uint)length)
        {
            arena = Grow(length);
        }

        return ref arena.Start;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Arena Grow(int length) => t_arena = new Arena(length);
}
