using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Writes a <c>.npy</c> file row by row, so that it may become larger than memory. Rows gather in a file of that name with <c>.partial</c> behind it;
/// <see cref="Complete"/> puts their number into the header and gives it its name, so nobody takes an unfinished file for a whole one.
/// </summary>
/// <typeparam name="T">
/// <see cref="float"/> for inputs and targets, an integer for labels; or any other type of numbers that <see cref="NpyArray.Of"/> takes.
/// </typeparam>
public sealed class NpyWriter<T> : IDisposable
    where T : unmanaged
{
    private const int BufferLength = 1 << 20;

    // The digits of the largest 64-bit number, but for the one of 0.
    private const int SpareDigits = 18;

    private readonly NpyElement<T> _element = NpyElement.Of<T>();
    private readonly string _path;
    private readonly int[] _rowShape;
    private FileStream? _file;

    /// <summary>Begins a file.</summary>
    /// <param name="path">What it will be called. A file of that name stays until this one is complete.</param>
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
        OutputFile.Try(path, () =>
        {
            _file = new FileStream(PartialPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferLength);
            _file.Write(Header());
        });
    }

    /// <summary>Numbers in a row.</summary>
    public int RowSize { get; }

    /// <summary>Rows written so far.</summary>
    public long Count { get; private set; }

    /// <summary>Appends rows.</summary>
    /// <param name="rows">Any whole number of rows, row-major.</param>
    /// <exception cref="ArgumentException">A row is incomplete.</exception>
    /// <exception cref="ObjectDisposedException">The file was completed or given up.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void Write(ReadOnlySpan<T> rows)
    {
        ObjectDisposedException.ThrowIf(_file is null, this);
        if (rows.Length % RowSize != 0)
        {
            throw new ArgumentException(Invariant($"{rows.Length} values are no whole number of rows of {RowSize}: pass rows * {RowSize} values."), nameof(rows));
        }

        try
        {
            _element.Write(_file, rows);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.Explain(_path, exception);
        }

        Count += rows.Length / RowSize;
    }

    /// <summary>Ends the file and gives it its name, in place of the one that had it before.</summary>
    /// <exception cref="ObjectDisposedException">The file was completed or given up.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_file is null, this);
        OutputFile.Try(_path, () =>
        {
            _file.Position = 0;
            _file.Write(Header());
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(PartialPath, _path, overwrite: true);
        });
        _file = null;
    }

    /// <summary>Gives the file up where it was not completed: what was written is deleted.</summary>
    public void Dispose()
    {
        if (_file is not null)
        {
            try
            {
                _file.Dispose();
            }
            catch (IOException)
            {
                // What a full disk keeps from being written is given up in any case.
            }

            _file = null;
            File.Delete(PartialPath);
        }
    }

    private string PartialPath => _path + ".partial";

    // As long for any number of rows: the digits that it does not need are blank.
    private byte[] Header() => NpyHeader.Of(_element, [Count, .. NpyShape.Widen(_rowShape)]).ToBytes(SpareDigits + 1 - Digits(Count));

    private static int Digits(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}
