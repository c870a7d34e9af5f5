using System.Globalization;

namespace GraphGen;

/// <summary>
/// The checksum of a checkpoint's data (CRC-32C; Castagnoli et al., 1993), so that a byte that has changed since is noticed. The format knows none, so it is among
/// the metadata, and files of other tools go without.
/// </summary>
internal struct DataChecksum
{
    private const string Key = "graphgen.crc32c";
    private const int ChunkLength = 1 << 20;

    private Crc32C _crc;

    private readonly string Text => _crc.Value.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Takes more data.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _crc.Append(bytes);

    /// <summary>The metadata given, with the checksum.</summary>
    public readonly Dictionary<string, string> AddTo(IReadOnlyDictionary<string, string>? metadata) =>
        new(metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Key] = Text };

    /// <summary>The metadata without the checksum, which is nobody's text.</summary>
    public static IReadOnlyDictionary<string, string> Without(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Where(pair => pair.Key != Key).ToDictionary(StringComparer.Ordinal);

    /// <summary>Reads all data of a file that has a checksum, and compares.</summary>
    /// <exception cref="InvalidDataException">They are not the data that were written.</exception>
    public static void Require(Stream file, SafetensorsHeader header, string path)
    {
        if (!header.Metadata.TryGetValue(Key, out string? expected))
        {
            return;
        }

        var checksum = new DataChecksum();
        byte[] chunk = GC.AllocateUninitializedArray<byte>((int)Math.Min(ChunkLength, file.Length - header.DataStart));
        file.Position = header.DataStart;
        for (int read; (read = file.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false)) > 0;)
        {
            checksum.Append(chunk.AsSpan(0, read));
        }

        if (checksum.Text != expected)
        {
            throw new InvalidDataException(
                $"'{path}' is damaged: the checksum of its data is {checksum.Text}, but {expected} was written. Load an earlier file or another copy.");
        }
    }
}
