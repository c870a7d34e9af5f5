using System.Text;

#if GRAPHGEN_GENERATOR
namespace GraphGen.Generator.Emission;
#else
namespace GraphGen;
#endif

/// <summary>Lines of cells, aligned by spaces.</summary>
internal sealed class TextTable(params bool[] alignRight)
{
    private const string Gap = "  ";

    private readonly List<string[]?> _lines = [];

    /// <summary>Adds a line of one cell per column.</summary>
    public void Add(params string[] cells) => _lines.Add(cells);

    /// <summary>Adds a rule across all columns.</summary>
    public void AddRule() => _lines.Add(null);

    /// <summary>Writes every line, ended by <c>\n</c> and without blanks before it.</summary>
    public void WriteTo(StringBuilder text)
    {
        int[] widths = [.. alignRight.Select((_, column) => _lines.Max(cells => cells?[column].Length ?? 0))];
        string rule = new('-', widths.Sum() + (Gap.Length * (widths.Length - 1)));
        foreach (string[]? cells in _lines)
        {
            text.Append(cells is null ? rule : Align(cells, widths)).Append('\n');
        }
    }

    private string Align(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => alignRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))
            .TrimEnd();
}
