using System.Text;

namespace GraphGen.Benchmarks.Reporting;

/// <summary>A table that is readable as text and valid as Markdown. The first column is aligned left, all others right.</summary>
/// <param name="headings">The columns' headings.</param>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">It has not as many cells as there are headings.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
        {
            throw new ArgumentException($"The table has {headings.Length} columns, the row {cells.Length} cells.", nameof(cells));
        }

        rows.Add(cells);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. headings.Select((_, column) => rows.Append(headings).Max(row => row[column].Length))];
        var text = new StringBuilder();
        Append(text, headings, widths);
        Append(text, [.. widths.Select((width, column) => new string('-', width - 1) + (column == 0 ? "-" : ":"))], widths);
        rows.ForEach(row => Append(text, row, widths));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            string cell = cells[column];
            text.Append("| ").Append(column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])).Append(' ');
        }

        text.Append("|\n");
    }
}
