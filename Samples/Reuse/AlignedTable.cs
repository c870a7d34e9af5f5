/// <summary>A table of text: the first column begins at the left, all others end at the right.</summary>
/// <param name="headings">What stands above the columns.</param>
internal sealed class AlignedTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints what was added.</summary>
    public void Print()
    {
        int[] widths = [.. headings.Select((_, column) => _rows.Max(row => row[column].Length))];
        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            Console.WriteLine($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }
}
