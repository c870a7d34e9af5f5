using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Writes a <c>.npy</c> file row by row, so that it may become larger than memory. Rows gather in a file of that name with <c>.partial</c> behind it;
/// <see cref="Complete"/> puts the header before them and gives the file its name, so nobody takes an unfinished file for a whole one.
/// </summary>
/// <typeparam name="T">
/// <see cref="float"/> for inputs and targets, an integer for labels; or any other type of numbers that <see cref="NpyArray.Of"/> takes.
/// </typeparam>
public sealed class NpyWriter<T> : IDisposable
    where T : unmanaged
{
    // The digits of the largest 64-bit number, but for the one of 0.
    private const int SpareDigits = 18;

    private readonly NpyElement<T> _element = NpyElement.Of<T>();
    private readonly string _path;
    private readonly string _target;
    private readonly int[] _rowShape;
    private readonly NpyAppender<T> _rows;
    private FileStream? _file;
    private bool _isKept;
    private bool _isOver;

    /// <summary>Begins a file.</summary>
    /// <param name="path">
    /// What it will be called. A file of that name stays until this one is complete; where it is a link, what it leads to is replaced.
    /// </param>
    /// <param name="rowShape">The shape of a row, as <c>784</c> or <c>28, 28</c>; left out, a row is a single number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or a row has more numbers than an array holds.</exception>
    /// <exception cref="NotSupportedException">The format has no such type.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public NpyWriter(string path, params ReadOnlySpan<int> rowShape)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        foreach (int size in rowShape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(rowShape));
        }

        _path = path;
        _rowShape = rowShape.ToArray();
        long rowSize = NpyShape.ElementsOf(NpyShape.Widen(_rowShape));
        if (rowSize < 0 || rowSize > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(nameof(rowShape), $"Rows of shape {ShapeText.Of(_rowShape)} have more numbers than an array holds.");
        }

        RowSize = (int)rowSize;
        AtomicFile.Probe(path);
        _target = AtomicFile.TargetOf(path);
        OutputFile.Try(path, () => _file = new FileStream(PartialPath, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        _rows = new NpyAppender<T>(_file!, _element, Header(0).Length);
    }

    /// <summary>Numbers in a row.</summary>
    public int RowSize { get; }

    /// <summary>Rows written so far.</summary>
    public long Count => _rows.Count / RowSize;

    /// <summary>Appends rows: all of them, or none where that fails. They may then be written again, once the reason is gone.</summary>
    /// <param name="rows">Any whole number of rows, row-major.</param>
    /// <exception cref="ArgumentException">A row is incomplete.</exception>
    /// <exception cref="ObjectDisposedException">The file was ended by <see cref="Complete"/>, or given up.</exception>
    /// <exception cref="OutputFileException">The file cannot be written; the rows before stay.</exception>
    public void Write(ReadOnlySpan<T> rows)
    {
        ObjectDisposedException.ThrowIf(_file is null, this);
        if (rows.Length % RowSize != 0)
        {
            throw new ArgumentException(Invariant($"{rows.Length} values are no whole number of rows of {RowSize}: pass rows * {RowSize} values."), nameof(rows));
        }

        try
        {
            _rows.Append(rows);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Explain(_path, exception);
        }
    }

    /// <summary>
    /// Ends the file and gives it its name, in place of the one that had it before. Where that fails nothing is lost: it may be called again once the
    /// reason is gone, and what was written stays under the name with <c>.partial</c> behind it, even after <see cref="Dispose"/>.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file was completed or given up.</exception>
    /// <exception cref="OutputFileException">The file cannot be written or replaced.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _isKept = true;
        try
        {
            Close();
            File.Move(PartialPath, _target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            OutputFileException reason = OutputFile.Explain(_path, exception);
            throw new OutputFileException(
                _path, reason.Problem, $"{reason.Message} The rows written are in '{PartialPath}', and stay there: then call Complete again.", exception);
        }

        _isOver = true;
    }

    /// <summary>Gives the file up where <see cref="Complete"/> was not called: what was written is deleted.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
        if (!_isOver && !_isKept)
        {
            Delete();
        }

        _isOver = true;
    }

    private string PartialPath => _target + ".partial";

    // After a renaming that failed it is closed already.
    private void Close()
    {
        if (_file is not null)
        {
            _rows.Flush();
            _file.Position = 0;
            _file.Write(Header(Count));
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            _file = null;
        }
    }

    private void Delete()
    {
        try
        {
            File.Delete(PartialPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be deleted is no whole file, and the next of this name writes over it.
        }
    }

    // As long for any number of rows: the digits that it does not need are blank.
    private byte[] Header(long rows) => NpyHeader.Of(_element, [rows, .. NpyShape.Widen(_rowShape)]).ToBytes(SpareDigits + 1 - Digits(rows));

    private static int Digits(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}
