using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Goes through the rows of a table. Every row has as many fields as there are columns, without white space around them.</summary>
internal sealed class CsvRecordReader : IDisposable
{
    private readonly CsvParser _parser;
    private readonly bool[] _isNamed;
    private readonly string[] _fields;
    private bool _isFirstPending;

    public CsvRecordReader(string path, CsvFormat format)
    {
        Path = path;
        char delimiter = format.Delimiter ?? Guarded(() => Detect(path, format.Comment));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            DetectDelimiter = false,
            TrimOptions = TrimOptions.Trim,
            WhiteSpaceChars = delimiter == '\t' ? [' '] : [' ', '\t'],
            AllowComments = format.Comment is not null,
            Comment = format.Comment ?? '#',
            BadDataFound = bad => throw BadQuotes(bad.Field),
        };
        _parser = new CsvParser(TextFile.Open(path), configuration);
        try
        {
            string[] first = Advance()
                ? [.. Enumerable.Range(0, _parser.Count).Select(column => _parser[column].Trim())]
                : throw new CsvFormatException("the file is empty: it has no line with a field.", path);
            _isNamed = [.. first.Select(name => !format.HasHeader || name.Length > 0)];
            Names = [.. first.Select((name, column) => format.HasHeader && name.Length > 0 ? name : Number(column))];
            _fields = new string[first.Length];
            _isFirstPending = !format.HasHeader;
            RequireDifferentNames();
        }
        catch
        {
            _parser.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The columns' names from the header; their numbers, from 1 on, where it has none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The fields of the present row.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The line on which the present row begins, from 1 on.</summary>
    public int Line
    {
        get
        {
            ReadOnlySpan<char> record = _parser.RawRecord;
            return _parser.RawRow - BreaksIn(record.EndsWith("\r\n") ? record[..^2] : record is [.., '\r' or '\n'] ? record[..^1] : record);
        }
    }

    /// <summary>Whether the column has a name, or there is no header.</summary>
    public bool IsNamed(int column) => _isNamed[column];

    /// <summary>The place of a column; -1 where there is none of this name.</summary>
    public int IndexOf(string name)
    {
        for (int column = 0; column < Names.Count; column++)
        {
            if (CsvOptions.Names.Equals(Names[column], name))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="CsvFormatException">There is none of this name.</exception>
    public int Find(string name)
    {
        int column = IndexOf(name);
        return column >= 0 ? column : throw new CsvFormatException(
            $"there is no column '{name}'. The columns are {FieldText.List(Names)}: correct the name, or say by HasHeader whether the first line names the columns.", Path);
    }

    /// <summary>What was wrong with a column, with the place in this file.</summary>
    public CsvFormatException Locate(CsvFormatException exception, int? line) =>
        exception.In(Path, line, exception.Column is { } column && IndexOf(column) is >= 0 and var index ? index + 1 : null);

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="CsvFormatException">The row has more or fewer fields than there are columns, or a field is not properly quoted.</exception>
    public bool Read()
    {
        if (!_isFirstPending && !Advance())
        {
            return false;
        }

        _isFirstPending = false;
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

    private static char Detect(string path, char? comment)
    {
        using StreamReader text = TextFile.Open(path);
        return DelimiterDetection.Detect(text, comment);
    }

    private static string Number(int column) => (column + 1).ToString(CultureInfo.InvariantCulture);

    private bool Advance() => Guarded(() =>
    {
        bool isThere = _parser.Read();
        while (isThere && _parser.Count == 1 && string.IsNullOrWhiteSpace(_parser.RawRecord))
        {
            isThere = _parser.Read();
        }

        return isThere;
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
        catch (InvalidDataException exception)
        {
            throw new CsvFormatException($"the gzip compression is corrupt: {exception.Message}", Path, cause: exception);
        }
    }

    private void RequireDifferentNames()
    {
        var seen = new Dictionary<string, int>(CsvOptions.Names);
        for (int column = 0; column < Names.Count; column++)
        {
            if (!seen.TryAdd(Names[column], column))
            {
                throw new CsvFormatException(
                    Invariant($"the header has this name twice, in columns {seen[Names[column]] + 1} and {column + 1}: rename one (capitals make no difference), ")
                    + "or say by HasHeader that the first line is no header.",
                    Path,
                    Line,
                    Names[column],
                    column + 1);
            }
        }
    }

    // A field that ends with a line break was opened by a mark and goes on to the end of the file.
    private CsvFormatException BadQuotes(string field) => field is [.., '\r' or '\n']
        ? Problem("a quotation mark opens a field that has no end: close it, or double the mark.", _parser.RawRow - BreaksIn(_parser.RawRecord))
        : Problem("a quotation mark stands within a field: quote the whole field, and double the marks within.", Line);

    private CsvFormatException Problem(string problem, int line) => new(problem, Path, line);

    private static int BreaksIn(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
