using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>The names of a table's columns, which may differ in capitals from those that are asked for.</summary>
internal sealed class CsvHeader
{
    private readonly string _path;
    private readonly bool[] _isNamed;

    /// <param name="first">The fields of the first line.</param>
    /// <param name="areNames">Whether they are names. If not, columns are named by their numbers, from 1 on, as are those whose name is empty.</param>
    /// <param name="path">The file.</param>
    /// <param name="line">The line on which the fields stand.</param>
    /// <exception cref="CsvFormatException">A name is there twice.</exception>
    public CsvHeader(IReadOnlyList<string> first, bool areNames, string path, int line)
    {
        _path = path;
        _isNamed = [.. first.Select(name => !areNames || name.Length > 0)];
        Names = [.. first.Select((name, column) => areNames && name.Length > 0 ? name : (column + 1).ToString(CultureInfo.InvariantCulture))];
        RequireDifferentNames(line);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

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
            $"there is no column '{name}'. The columns are {FieldText.List(Names)}: correct the name, or say by HasHeader whether the first line names the columns.", _path);
    }

    private void RequireDifferentNames(int line)
    {
        var seen = new Dictionary<string, int>(CsvOptions.Names);
        for (int column = 0; column < Names.Count; column++)
        {
            if (!seen.TryAdd(Names[column], column))
            {
                throw new CsvFormatException(
                    Invariant($"the header has this name twice, in columns {seen[Names[column]] + 1} and {column + 1}: rename one (capitals make no difference), ")
                    + "or say by HasHeader that the first line is no header.",
                    _path,
                    line,
                    Names[column],
                    column + 1);
            }
        }
    }
}
