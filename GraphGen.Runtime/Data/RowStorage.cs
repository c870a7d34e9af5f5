using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>
/// Where the values of rows lie: in an array, or in a file mapped into memory, which may have more of them than an array. Whoever reads values
/// keeps the storage reachable until he is done.
/// </summary>
internal abstract class RowStorage
{
    /// <summary>Whether they lie in a file rather than in memory.</summary>
    public virtual bool IsMapped => false;

    /// <summary>The number of values.</summary>
    public abstract long Length { get; }

    /// <summary>The first value.</summary>
    public abstract ref readonly float First { get; }

    /// <summary>The value at a place known to lie inside.</summary>
    public ref readonly float At(long index) => ref Unsafe.Add(ref Unsafe.AsRef(in First), (nint)index);

    /// <summary>Values that follow each other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not all of them lie inside.</exception>
    public ReadOnlySpan<float> Slice(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length, nameof(start));
        return MemoryMarshal.CreateReadOnlySpan(in At(start), length);
    }

    /// <summary>To be called before a user is given a span, which cannot keep the storage reachable by itself.</summary>
    public virtual void Expose()
    {
    }

    /// <summary>Whether these values are known to be finite, from an earlier <see cref="MarkFinite"/>.</summary>
    public virtual bool IsKnownFinite(long start, long length) => false;

    /// <summary>Remembers that these values were found to be finite, where nobody can change them.</summary>
    public virtual void MarkFinite(long start, long length)
    {
    }
}
