using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace GraphGen.Execution;

/// <summary>
/// Hints to the processor that a cache line is wanted soon. They live here because the intrinsic takes a pointer,
/// and emitted code has to compile in projects that allow no unsafe blocks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Prefetch
{
    /// <summary>
    /// Asks for the line that holds <paramref name="address"/> in every level of cache. Any address will do, also one past the end of
    /// its buffer: a hint never faults. Does nothing where the processor offers no such instruction to .NET.
    /// </summary>
    /// <param name="address">A float in the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void ToL1(ref float address)
    {
        // The pointer is only a hint's operand: that the collector may move what it points at does no harm.
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref address));
        }
    }
}
