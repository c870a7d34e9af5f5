using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GraphGen;

/// <summary>
/// Replaces a file as a whole, so that whoever reads it sees the old content or the new one and never a part. Two may write the same file: the last one
/// to finish has it.
/// </summary>
internal static class AtomicFile
{
    private const string Extension = ".tmp";

    private static int _count;

    /// <summary>Writes to a temporary file in the same folder (renaming is atomic within a file system only), then renames it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="isLasting">
    /// Whether the content must outlive a power failure; for files that are written often and made anew easily, waiting for the disk is wasted time.
    /// </param>
    /// <exception cref="OutputFileException">The file cannot be written; it is what it was.</exception>
    public static void Write(string path, Action<Stream> write, bool isLasting = true)
    {
        path = TargetOf(path);
        WriteNamed(
            path,
            file =>
            {
                write(file);
                return path;
            },
            isLasting);
    }

    /// <summary>Writes a file that is called after its content: to a temporary file beside another one, then renames it.</summary>
    /// <param name="neighbour">A file of the same folder, there or not: what a killed process leaves of this one is cleared away when that one is probed.</param>
    /// <param name="write">Writes the content, which it can read again, and returns the path that the file is to have.</param>
    /// <param name="isLasting">Whether the content must outlive a power failure.</param>
    /// <exception cref="OutputFileException">The file cannot be written; it is what it was.</exception>
    public static void WriteNamed(string neighbour, Func<Stream, string> write, bool isLasting = true)
    {
        string temporary = NewTemporaryBeside(neighbour);
        OutputFile.Try(neighbour, () =>
        {
            try
            {
                string path;
                using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
                {
                    path = write(file);

                    // Without this, a power failure after the renaming could leave the new name with no content.
                    file.Flush(flushToDisk: isLasting);
                }

                OutputFile.Try(path, () => File.Move(temporary, Path.GetFullPath(path), overwrite: true));
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        });
    }

    /// <summary>Writes text in UTF-8, without a byte-order mark.</summary>
    /// <exception cref="OutputFileException">The file cannot be written; it is what it was.</exception>
    public static void WriteText(string path, string text, bool isLasting = true) =>
        Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)), isLasting);

    /// <summary>Finds out whether a file could be written, and changes nothing but that it clears away what killed processes left of it.</summary>
    /// <exception cref="OutputFileException">It could not.</exception>
    public static void Probe(string path)
    {
        path = TargetOf(path);
        string temporary = NewTemporaryBeside(path);
        OutputFile.Try(path, () =>
        {
            if (Directory.Exists(path))
            {
                throw new IOException("This is a folder, where a file is wanted. Choose another name.");
            }

            if (File.Exists(path))
            {
                File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
            }

            new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
            foreach (string stray in Directory.EnumerateFiles(OutputFile.FolderOf(path), PrefixOf(path) + "*" + Extension).Where(IsStray))
            {
                File.Delete(stray);
            }
        });
    }

    /// <summary>Where a link leads: it is what it leads to that is replaced, not the link.</summary>
    public static string TargetOf(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    /// <summary>A name that nobody else uses: <c>.digits.safetensors.PROCESS.NUMBER.tmp</c>.</summary>
    private static string NewTemporaryBeside(string path) => Path.Combine(
        OutputFile.FolderOf(path),
        string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(path)}{Environment.ProcessId}.{Interlocked.Increment(ref _count)}{Extension}"));

    private static string PrefixOf(string path) => $".{Path.GetFileName(path)}.";

    /// <summary>Whether the process that made a temporary file is gone.</summary>
    private static bool IsStray(string temporary)
    {
        if (Path.GetFileName(temporary).Split('.') is not [.., var process, _, _]
            || !int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
        {
            return false;
        }

        try
        {
            Process.GetProcessById(id).Dispose();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
