using System.Collections.Frozen;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Leaves out the rows of a table in which a value is missing, where a column asks for that, and counts what is kept and left out.</summary>
/// <param name="columns">The columns' places in a row, and what is missing in them.</param>
internal sealed class RowFilter(IEnumerable<(int Place, MissingRule Missing)> columns)
{
    private readonly (int Place, FrozenSet<string> Texts)[] _dropping =
        [.. columns.Where(column => column.Missing.DropsRows).Select(column => (column.Place, column.Missing.Texts))];

    /// <summary>How many rows were kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How many rows were left out.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether a row is to be kept.</summary>
    public bool Keeps(IReadOnlyList<string> fields)
    {
        foreach ((int place, FrozenSet<string> texts) in _dropping)
        {
            if (texts.Contains(fields[place]))
            {
                Dropped = checked(Dropped + 1);
                return false;
            }
        }

        Kept = checked(Kept + 1);
        return true;
    }

    /// <exception cref="CsvFormatException">No row was kept.</exception>
    public void RequireRows(string path)
    {
        if (Kept == 0)
        {
            throw new CsvFormatException(
                Dropped == 0
                    ? "there are no rows, only a header: add rows, or say by HasHeader that the first line is one."
                    : Invariant($"no row is left: in each of the {Dropped} a value is missing. Ignore columns that are mostly empty, or fill missing values."),
                path);
        }
    }
}
