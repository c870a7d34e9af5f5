using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A table cannot be read as it was asked for: a row of another length, a text in a column of numbers, a missing value or column. The message says where, what stands
/// there, and what to do.
/// </summary>
public sealed class CsvFormatException : FormatException
{
    private readonly string _problem;

    internal CsvFormatException(
        string problem, string? path = null, int? line = null, string? column = null, int? columnNumber = null, Exception? cause = null)
        : base($"{Place(path, line, column, columnNumber)}{problem}", cause)
    {
        _problem = problem;
        Path = path;
        Line = line;
        Column = column;
        ColumnNumber = columnNumber;
    }

    /// <summary>The file; null where a single row was encoded.</summary>
    public string? Path { get; }

    /// <summary>The line on which the row begins, counted from 1 with header, blank lines and comments; null where the matter is no row.</summary>
    public int? Line { get; }

    /// <summary>The column's name; null where the matter is no column.</summary>
    public string? Column { get; }

    /// <summary>The column's number in the file, counted from 1; null where it has none.</summary>
    public int? ColumnNumber { get; }

    /// <summary>The same, where it happened in a file.</summary>
    internal CsvFormatException In(string path, int? line, int? columnNumber) => new(_problem, path, line ?? Line, Column, columnNumber, this);

    private static string Place(string? path, int? line, string? column, int? columnNumber)
    {
        string number = columnNumber is null ? "" : Invariant($" ({columnNumber})");
        string[] parts =
        [
            .. path is null ? [] : new[] { $"'{path}'" },
            .. line is null ? [] : new[] { Invariant($"line {line}") },
            .. column is null ? [] : new[] { $"column '{column}'{number}" },
        ];
        string place = string.Join(", ", parts);
        return place.Length == 0 ? "" : $"{char.ToUpperInvariant(place[0])}{place[1..]}: ";
    }
}
