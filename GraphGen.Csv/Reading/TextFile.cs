using System.Text;

namespace GraphGen;

/// <summary>Text files, plain or compressed by gzip, which their first two bytes tell.</summary>
internal static class TextFile
{
    // Other encodings than UTF-8 need a byte order mark: bytes that are no UTF-8 are an error instead of question marks among the categories.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">This is a folder, or the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static StreamReader Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, where a table is wanted: name the file in it.");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no table '{path}': correct the path, which was taken for '{Path.GetFullPath(path)}'.", path);
        }

        FileStream file = File.OpenRead(path);
        try
        {
            Span<byte> start = stackalloc byte[2];
            bool isCompressed = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x1F, 0x8B];
            file.Position = 0;
            return new StreamReader(isCompressed ? new GzipStream(file) : file, StrictUtf8);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
