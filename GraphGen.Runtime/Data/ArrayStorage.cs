using System.Runtime.InteropServices;

namespace GraphGen;

/// <summary>Rows in an array.</summary>
internal sealed class ArrayStorage(float[] values) : RowStorage
{
    /// <summary>No values.</summary>
    public static ArrayStorage Empty { get; } = new([]);

    /// <inheritdoc/>
    public override long Length => values.Length;

    /// <inheritdoc/>
    public override ref readonly float First => ref MemoryMarshal.GetArrayDataReference(values);
}
