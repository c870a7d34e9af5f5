using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>
/// One fixed piece of memory for many tensors: floats that start at a multiple of 64 bytes, never move and start as zero.
/// It lives on the pinned object heap, so that nobody has to release it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Arena
{
    private readonly float[] _memory;
    private readonly int _first;

    /// <summary>Allocates <paramref name="length"/> floats, all zero.</summary>
    /// <param name="length">The number of floats, from 0 to <see cref="MaxLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> lies outside that range.</exception>
    public Arena(int length)
    {
        if (length < 0 || length > MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                length,
                FormattableString.Invariant($"An arena holds from 0 to {MaxLength} floats. Use a smaller network or batch."));
        }

        Length = length;
        _memory = GC.AllocateArray<float>(length + Spare, pinned: true);
        _first = FloatsToBoundary(ref MemoryMarshal.GetArrayDataReference(_memory));
    }

    /// <summary>Where every arena starts: at a multiple of so many bytes, the size of a cache line and of the widest vector.</summary>
    public const int Alignment = 64;

    /// <summary>The largest number of floats that an arena can hold, just below 2^31.</summary>
    public static int MaxLength => Array.MaxLength - Spare;

    /// <summary>Floats that can be used.</summary>
    public int Length { get; }

    /// <summary>
    /// Bytes that are really allocated: those of <see cref="Length"/> floats and of the few before and after that alignment costs.
    /// </summary>
    public long Bytes => (long)_memory.Length * sizeof(float);

    /// <summary>The first float, at a multiple of <see cref="Alignment"/> bytes. The reference stays valid and its address fixed.</summary>
    public ref float Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), (nint)(uint)_first);
    }

    /// <summary>The float at a place known to lie inside: nothing is checked.</summary>
    /// <param name="offset">From 0 to <see cref="Length"/> - 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float At(nint offset) => ref Unsafe.Add(ref Start, offset);

    /// <summary>All <see cref="Length"/> floats.</summary>
    public Span<float> Span => _memory.AsSpan(_first, Length);

    private const int Spare = (Alignment / sizeof(float)) - 1;

    // Reading the address is safe here only because the array is pinned.
    private static unsafe int FloatsToBoundary(ref float start)
    {
        nuint address = (nuint)Unsafe.AsPointer(ref start);
        nuint boundary = (address + (Alignment - 1)) & ~(nuint)(Alignment - 1);
        return (int)(boundary - address) / sizeof(float);
    }
}
