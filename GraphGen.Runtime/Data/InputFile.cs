namespace GraphGen;

/// <summary>Opens files of data.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is a folder, or cannot be read.</exception>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Directory.Exists(path)
            ? throw new IOException($"'{path}' is a folder, where a file is wanted: name the file in it.")
            : File.OpenRead(path);
    }
}
