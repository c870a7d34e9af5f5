using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Goes through the rows of a table. Every row has as many fields as there are columns, without white space around them. Blank lines are passed over, but in
/// a table of one column they are rows: as long as others follow, for files often end with some.
/// </summary>
internal sealed class CsvRecordReader : IDisposable
{
    // So that a quotation mark without its partner does not take in the whole of a large file.
    private const int MaximumCharacters = 1 << 20;

    private readonly CsvParser _parser;
    private readonly CommentFilter? _comments;
    private readonly string[] _fields = [];
    private readonly Queue<int> _blankLines = [];
    private int? _blankLine;
    private bool _isRowPending;

    public CsvRecordReader(string path, CsvFormat format)
    {
        Path = path;
        char delimiter = format.Delimiter ?? Guarded(() => Detect(path, format));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            DetectDelimiter = false,
            TrimOptions = TrimOptions.Trim,
            WhiteSpaceChars = delimiter == '\t' ? [' '] : [' ', '\t'],
            IgnoreBlankLines = false,
            MaxFieldSize = MaximumCharacters,
            BadDataFound = bad => throw BadQuotes(bad.Field),
        };
        StreamReader text = TextFile.Open(path);
        _comments = format.Comment is { } comment ? new CommentFilter(text, comment) : null;
        _parser = new CsvParser(_comments ?? (TextReader)text, configuration);
        try
        {
            string[] first = Advance()
                ? [.. Enumerable.Range(0, _parser.Count).Select(column => _parser[column].Trim())]
                : throw new CsvFormatException("the file is empty: write a line with the names of the columns into it, and rows.", path);
            Header = new CsvHeader(first, format.HasHeader, path, Line);
            _fields = new string[first.Length];
            _isRowPending = !format.HasHeader;
            if (format.HasHeader || first.Length > 1)
            {
                _blankLines.Clear();
            }
        }
        catch
        {
            _parser.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The names of the columns.</summary>
    public CsvHeader Header { get; }

    /// <summary>The fields of the present row.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The line on which the present row begins, from 1 on.</summary>
    public int Line
    {
        get
        {
            if (_blankLine is { } blank)
            {
                return blank;
            }

            ReadOnlySpan<char> record = _parser.RawRecord;
            return LineBefore(BreaksIn(record.EndsWith("\r\n") ? record[..^2] : record is [.., '\r' or '\n'] ? record[..^1] : record));
        }
    }

    /// <summary>What was wrong with a column, with the place in this file.</summary>
    public CsvFormatException Locate(CsvFormatException exception, int? line = null) =>
        exception.In(Path, line, exception.Column is { } column && Header.IndexOf(column) is >= 0 and var index ? index + 1 : null);

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="CsvFormatException">The row has more or fewer fields than there are columns, or a field is not properly quoted.</exception>
    public bool Read()
    {
        if (!_isRowPending && !Advance())
        {
            return false;
        }

        _isRowPending = _blankLines.TryDequeue(out int blank);
        _blankLine = _isRowPending ? blank : null;
        if (_isRowPending)
        {
            _fields[0] = "";
            return true;
        }

        for (int column = 0; column < _parser.Count; column++)
        {
            string field = _parser[column].Trim();
            if (column < _fields.Length)
            {
                _fields[column] = field;
            }
        }

        if (_parser.Count != _fields.Length)
        {
            throw Problem(
                Invariant($"the row has {_parser.Count} fields, but there are {_fields.Length} columns: quote fields that contain the delimiter, and leave no field out."), Line);
        }

        return true;
    }

    public void Dispose() => _parser.Dispose();

    private static char Detect(string path, CsvFormat format)
    {
        using StreamReader text = TextFile.Open(path);
        return DelimiterDetection.Detect(text, format);
    }

    private bool Advance() => Guarded(() =>
    {
        while (_parser.Read())
        {
            if (_parser.Count > 1 || !string.IsNullOrWhiteSpace(_parser.RawRecord))
            {
                return true;
            }

            // How many columns there are is not known before the first line.
            if (_fields.Length <= 1)
            {
                _blankLines.Enqueue(LineBefore(0));
            }
        }

        _blankLines.Clear();
        return false;
    });

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException exception)
        {
            throw new CsvFormatException("the text is not in UTF-8: save it as UTF-8, or as UTF-16 with a byte order mark.", Path, cause: exception);
        }
        catch (MaxFieldSizeException exception)
        {
            throw new CsvFormatException(
                Invariant($"a field has more than {MaximumCharacters} characters: close the quotation mark that opens it, or leave the column out of the file."),
                Path,
                LineBefore(BreaksIn(_parser.RawRecord)),
                cause: exception);
        }
        catch (InvalidDataException exception)
        {
            throw new CsvFormatException($"the gzip compression is corrupt: {exception.Message}", Path, cause: exception);
        }
    }

    // A field that ends with a line break was opened by a mark and goes on to the end of the file.
    private CsvFormatException BadQuotes(string field) => field is [.., '\r' or '\n']
        ? Problem("a quotation mark opens a field that has no end: close it, or double the mark.", LineBefore(BreaksIn(_parser.RawRecord)))
        : Problem("a quotation mark stands within a field: quote the whole field, and double the marks within.", Line);

    /// <summary>The line in the file, so many lines before the one that was read last.</summary>
    private int LineBefore(int breaks)
    {
        int line = _parser.RawRow - breaks;
        return _comments?.LineInText(line) ?? line;
    }

    private CsvFormatException Problem(string problem, int line) => new(problem, Path, line);

    private static int BreaksIn(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
