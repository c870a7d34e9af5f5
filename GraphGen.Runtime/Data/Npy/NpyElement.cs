using System.Diagnostics.CodeAnalysis;

namespace GraphGen;

/// <summary>A type of numbers in a NumPy file.</summary>
internal abstract class NpyElement(string code, int size, Type type)
{
    private static readonly NpyElement[] All =
    [
        new NpyBoolean(),
        new NpyNumber<sbyte>("i1"), new NpyNumber<short>("i2"), new NpyNumber<int>("i4"), new NpyNumber<long>("i8"),
        new NpyNumber<byte>("u1"), new NpyNumber<ushort>("u2"), new NpyNumber<uint>("u4"), new NpyNumber<ulong>("u8"),
        new NpyNumber<Half>("f2"), new NpyNumber<float>("f4"), new NpyNumber<double>("f8"),
    ];

    /// <summary>Its name in a header, without the order of its bytes: its kind and its size in bytes, as <c>f4</c>.</summary>
    public string Code => code;

    /// <summary>Its size in bytes.</summary>
    public int Size => size;

    /// <summary>What it is here.</summary>
    public Type Type => type;

    /// <summary>Whether it counts something, so that it may be a class.</summary>
    public bool IsInteger => code[0] != 'f';

    /// <summary>All names, for messages.</summary>
    public static string Codes => string.Join(", ", All.Select(element => element.Code));

    /// <summary>The type of a name.</summary>
    public static bool TryFind(string code, [NotNullWhen(true)] out NpyElement? element)
    {
        element = Array.Find(All, candidate => candidate.Code == code);
        return element is not null;
    }

    /// <summary>The type of numbers here.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static NpyElement<T> Of<T>()
        where T : unmanaged =>
        Array.Find(All, candidate => candidate.Type == typeof(T)) as NpyElement<T>
        ?? throw new NotSupportedException(
            $"Values of type {typeof(T).Name} cannot go into a NumPy file: use {string.Join(", ", All.Select(element => element.Type.Name))}.");

    /// <summary>Reads numbers.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="count">How many.</param>
    /// <param name="isNative">Whether their bytes have the order of memory here.</param>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public abstract Array Read(Stream stream, int count, bool isNative);

    /// <summary>Writes numbers in memory's own order.</summary>
    public abstract void Write(Stream stream, Array values);

    /// <summary>Column-major numbers (Fortran's order: the first index runs fastest) in row-major order (the last does).</summary>
    public abstract Array ToRowMajor(Array values, int[] shape);

    /// <summary>See <see cref="NpyArray.ToFloats"/>.</summary>
    public abstract float[] ToFloats(Array values);

    /// <summary>See <see cref="NpyArray.ToInts"/>.</summary>
    public abstract int[] ToInts(Array values);
}
