using System.Globalization;
using System.Text;
using GraphGen.Numerics;

namespace GraphGen.Tests.Csv;

/// <summary>A table of random texts, and one of the many ways in which it can be written as a file.</summary>
internal sealed class RandomTable
{
    private const string Candidates = ",;\t|";

    private static readonly string[] Parts =
        ["a", "Z", "7", "-1.5", " ", "  ", "\t", ",", ";", "|", "\"", "\"\"", "\n", "\r\n", "\r", "#", "'", "ä", "ß", "日本", "😀", "\u00A0", "e\u0301", "null", "=", "\\"];

    private CounterRandom _random;

    public RandomTable(ulong seed)
    {
        _random = new CounterRandom(seed, stream: 0);
        int columns = 1 + Next(5);
        Names = [.. Enumerable.Range(0, columns).Select(column => $"{Field()}{column}".Trim())];
        Rows = [.. Enumerable.Range(0, 1 + Next(12)).Select(_ => Enumerable.Range(0, columns).Select(_ => Field()).ToArray())];
        Delimiter = Candidates[Next(Candidates.Length)];
        IsDelimiterKnown = Next(2) == 0;
        Comment = Next(3) == 0 ? '#' : null;
        Lines = new int[Rows.Length];
        Text = Write();
    }

    public string[] Names { get; }

    public string[][] Rows { get; }

    public char Delimiter { get; }

    /// <summary>Whether the reader is told the delimiter. If not, fields that have any are quoted.</summary>
    public bool IsDelimiterKnown { get; }

    public char? Comment { get; }

    /// <summary>The line on which each row begins.</summary>
    public int[] Lines { get; }

    public string Text { get; }

    /// <summary>A uniform number below another.</summary>
    public int Next(int end) => (int)(_random.NextUInt32() % (uint)end);

    private string Field() => string.Concat(Enumerable.Range(0, Next(4)).Select(_ => Parts[Next(Parts.Length)]));

    private string Write()
    {
        var text = new StringBuilder();
        string lineBreak = new[] { "\n", "\r\n", "\r" }[Next(3)];
        Fill();
        Append(Names, isLast: false);
        for (int row = 0; row < Rows.Length; row++)
        {
            Fill();
            Lines[row] = 1 + text.ToString().ReplaceLineEndings("\n").Count(character => character == '\n');
            Append(Rows[row], isLast: row == Rows.Length - 1);
        }

        return text.ToString();

        // What the reader is to pass over; among the rows of one column a blank line would be one of them.
        void Fill()
        {
            string? filling = Comment is not null ? "# \"x\",;" : Names.Length > 1 || text.Length == 0 ? new string(' ', Next(3)) : null;
            for (int i = filling is null ? 0 : Next(3) * Next(2); i > 0; i--)
            {
                text.Append(filling).Append(lineBreak);
            }
        }

        void Append(string[] fields, bool isLast)
        {
            for (int column = 0; column < fields.Length; column++)
            {
                string field = fields[column];
                bool isQuoted = Next(4) == 0
                    || field.AsSpan().ContainsAny("\"\r\n")
                    || field.Contains(Delimiter, StringComparison.Ordinal)
                    || (!IsDelimiterKnown && field.AsSpan().ContainsAny(Candidates))
                    || (column == 0 && field.TrimStart().StartsWith('#'))
                    || (isLast && string.IsNullOrWhiteSpace(field));
                text.Append(column > 0 ? Delimiter : "").Append(isQuoted ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
            }

            text.Append(isLast && Next(2) == 0 ? "" : lineBreak);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"delimiter {(int)Delimiter} (known: {IsDelimiterKnown}), comment {Comment}: {Text}");
}
