using System.Text;

namespace GraphGen.Generator.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine; no empty line stands next to a brace.</summary>
internal sealed class SourceWriter
{
    /// <summary>The longest line that several statements share.</summary>
    private const int SharedLine = 160;

    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes lines at the present depth; an empty text is an empty line.</summary>
    public SourceWriter Line(string lines = "")
    {
        lines = lines.Replace("\r", "");
        int start = 0;
        for (int end; start <= lines.Length; start = end + 1)
        {
            end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            if (end > start)
            {
                text.Append(' ', 4 * depth).Append(lines, start, end - start).Append('\n');
            }
            else if (!EndsWith("{\n"))
            {
                text.Append('\n');
            }
        }

        return this;
    }

    /// <summary>Writes statements of one kind: on one line where they fit, else one below the other.</summary>
    public SourceWriter Statements(IEnumerable<string> statements)
    {
        var all = statements.ToList();
        return Line(string.Join(all.Sum(statement => statement.Length + 1) <= SharedLine ? " " : "\n", all));
    }

    /// <summary>Writes a head, if there is one, and its body in braces.</summary>
    public SourceWriter Block(string head, Action body)
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line("{");
        depth++;
        body();
        depth--;
        if (EndsWith("\n\n"))
        {
            text.Length--;
        }

        return Line("}");
    }

    /// <summary>Writes a doc comment: <paramref name="summary"/> may have several lines.</summary>
    public SourceWriter Summary(string summary)
    {
        var lines = summary.Split('\n');
        return lines.Length == 1
            ? Line($"/// <summary>{Escape(summary)}</summary>")
            : Line("/// <summary>").Line(string.Join("<br/>\n", lines.Select(line => "/// " + Escape(line)))).Line("/// </summary>");
    }

    public override string ToString() => text.ToString();

    public static string Escape(string comment) => comment.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private bool EndsWith(string end)
    {
        if (text.Length < end.Length)
        {
            return false;
        }

        for (int index = 0; index < end.Length; index++)
        {
            if (text[text.Length - end.Length + index] != end[index])
            {
                return false;
            }
        }

        return true;
    }
}
