using System.IO.Compression;

namespace GraphGen;

/// <summary>Reads arrays out of an <c>.npz</c> archive: a ZIP file of one <c>.npy</c> file for each.</summary>
internal sealed class NpzReader : IDisposable
{
    private const string Extension = ".npy";

    // No deflated byte stands for more, so what declares to be longer is damaged, and no memory is spent on it.
    private const long LargestRatio = 1032;
    private const long LeastRoom = 1 << 16;

    private readonly string _path;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    public NpzReader(string path)
    {
        _path = path;
        RequireArchive(path);
        FileStream file = InputFile.Open(path);
        try
        {
            _archive = new ZipArchive(file, ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in _archive.Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal)))
            {
                if (!_entries.TryAdd(entry.FullName[..^Extension.Length], entry))
                {
                    throw new InvalidDataException($"It has two arrays of the name '{entry.FullName[..^Extension.Length]}'.");
                }
            }
        }
        catch (Exception exception) when (ZipDamage.Causes(exception))
        {
            file.Dispose();
            throw ZipDamage.Explain(NpyFile.Quote(path), exception.Message, exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The names of all arrays, in the order of the file.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>An array's name for messages.</summary>
    public string Quote(string name) => $"'{name}' in '{_path}'";

    public NpyArray Read(string name)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw new InvalidDataException(
                $"'{_path}' holds no array of the name '{name}': choose {(_entries.Count == 0 ? "another file, as it has none" : string.Join(", ", Names))}.");
        }

        if (entry.Length / LargestRatio > entry.CompressedLength + LeastRoom)
        {
            throw ZipDamage.Explain(Quote(name), $"{entry.CompressedLength} compressed bytes cannot be {entry.Length} bytes.");
        }

        using ZipEntryStream content = Open(entry, Quote(name));
        NpyArray array = new NpyReader(content, entry.Length, Quote(name)).ReadArray();
        return content.Crc == entry.Crc32 ? array : throw ZipDamage.Explain(Quote(name), "The checksum does not match the content.");
    }

    public void Dispose() => _archive.Dispose();

    private static void RequireArchive(string path)
    {
        using FileStream file = InputFile.Open(path);
        Span<byte> start = stackalloc byte[NpyHeader.Magic.Length];
        file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.SequenceEqual(NpyHeader.Magic))
        {
            throw new InvalidDataException($"{NpyFile.Quote(path)} is no archive (.npz), but one array without a name (.npy): leave out the name.");
        }
    }

    private static ZipEntryStream Open(ZipArchiveEntry entry, string file)
    {
        try
        {
            return new ZipEntryStream(entry.Open(), file);
        }
        catch (Exception exception) when (ZipDamage.Causes(exception))
        {
            throw ZipDamage.Explain(file, exception.Message, exception);
        }
    }
}
