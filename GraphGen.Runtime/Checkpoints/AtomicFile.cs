namespace GraphGen;

/// <summary>Replaces a file as a whole, so that whoever reads it sees the old content or the new one and never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file in the same folder (renaming is atomic within a file system only), then renames it.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string fullPath = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(fullPath) ?? fullPath;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be written, because there is no folder '{folder}'. Create it first.");
        }

        string temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using (file)
            {
                write(file);

                // Without this, a power failure after the renaming could leave the new name with no content.
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
