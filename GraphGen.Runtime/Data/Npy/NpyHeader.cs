using System.Text;

namespace GraphGen;

/// <summary>What the header of a NumPy file says.</summary>
/// <param name="Element">The type of its numbers.</param>
/// <param name="IsBigEndian">Whether the highest byte of each comes first.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest, instead of the last.</param>
/// <param name="Shape">The size of each dimension.</param>
internal sealed record NpyHeader(NpyElement Element, bool IsBigEndian, bool IsFortranOrder, long[] Shape)
{
    // Of the array's data, so that it can be mapped into memory and read by vectors.
    private const int Alignment = 64;
    private const int VersionOneStart = 10;

    /// <summary>The eight bytes that every file begins with, without the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Whether elements lie as in memory here.</summary>
    public bool IsNative => Element.Size == 1 || IsBigEndian != BitConverter.IsLittleEndian;

    /// <summary>A header in memory's own order.</summary>
    public static NpyHeader Of(NpyElement element, long[] shape) => new(element, !BitConverter.IsLittleEndian, IsFortranOrder: false, shape);

    /// <summary>The beginning of a file, of version 1.0, up to its data.</summary>
    /// <param name="spare">Bytes to leave blank, so that a later header with more digits is as long.</param>
    public byte[] ToBytes(int spare = 0)
    {
        string order = Element.Size == 1 ? "|" : IsBigEndian ? ">" : "<";
        string sizes = string.Concat(Shape.Select((size, dimension) => FormattableString.Invariant($"{(dimension == 0 ? "" : " ")}{size},")));
        string tuple = Shape.Length > 1 ? sizes[..^1] : sizes;
        string text = $"{{'descr': '{order}{Element.Code}', 'fortran_order': {(IsFortranOrder ? "True" : "False")}, 'shape': ({tuple}), }}";
        int length = (VersionOneStart + text.Length + spare + 1 + (Alignment - 1)) / Alignment * Alignment;
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill((byte)' ');
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        bytes[7] = 0;
        bytes[8] = (byte)(length - VersionOneStart);
        bytes[9] = (byte)((length - VersionOneStart) >> 8);
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(VersionOneStart));
        bytes[^1] = (byte)'\n';
        return bytes;
    }
}
