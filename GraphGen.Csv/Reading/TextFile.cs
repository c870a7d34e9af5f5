using System.Text;

namespace GraphGen;

/// <summary>Text files, plain or compressed by gzip, which their first two bytes tell.</summary>
internal static class TextFile
{
    // Other encodings than UTF-8 need a byte order mark: bytes that are no UTF-8 are an error instead of question marks among the categories.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static StreamReader Open(string path)
    {
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
