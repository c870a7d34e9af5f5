using System.IO.Compression;

namespace GraphGen;

/// <summary>Writes an <c>.npz</c> archive. The same arrays give the same bytes at any time.</summary>
internal static class NpzWriter
{
    // The earliest that a ZIP file can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IReadOnlyDictionary<string, NpyArray> arrays, bool compressed)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, NpyArray array) in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            using Stream content = entry.Open();
            NpyFile.Write(content, array);
        }
    }
}
