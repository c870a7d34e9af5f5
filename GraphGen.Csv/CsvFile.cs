namespace GraphGen;

/// <summary>
/// Reads tables of comma-separated values: a <see cref="Dataset"/> out of texts and numbers, and the <see cref="CsvEncoding"/> by which other files and single
/// rows become the same inputs. Quoted fields follow RFC 4180, numbers the invariant culture (<c>-1.5e3</c>) but for
/// <see cref="CsvOptions.DecimalSeparator"/>, the encoding is UTF-8 or what a byte order mark says. Files may be compressed by gzip, whatever their name.
/// </summary>
public static class CsvFile
{
    /// <summary>Reads a table to learn from. The file is gone through twice: once to fit the encoding, once to encode, so that no text is kept.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is to be predicted, and what is not as usual.</param>
    /// <returns>The rows, and how they were encoded.</returns>
    /// <exception cref="ArgumentException">The options contradict one another: the message says which.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CsvFormatException">The file is no such table; the message says line, column and what to do.</exception>
    /// <exception cref="InvalidOperationException">The rows have more numbers than an array holds.</exception>
    /// <example>
    /// <code>
    /// CsvData flowers = CsvFile.Read("iris.csv", new CsvOptions { LabelColumn = "species" });
    /// </code>
    /// </example>
    public static CsvData Read(string path, CsvOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (CsvEncoding encoding, int rows) = EncodingFit.Of(path, options);
        return encoding.Read(path, expectedRows: rows);
    }
}
