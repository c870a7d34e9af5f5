using System.Text;

namespace GraphGen.Generator.Emission;

/// <summary>Text with indentation. Lines end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes lines at the present depth; an empty text is an empty line.</summary>
    public SourceWriter Line(string lines = "")
    {
        foreach (string line in lines.Replace("\r", "").Split('\n'))
        {
            if (line.Length > 0)
            {
                text.Append(' ', 4 * depth).Append(line);
            }

            text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a head and its body in braces.</summary>
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
        return Line("}");
    }

    /// <summary>Writes a doc comment: <paramref name="summary"/> may have several lines.</summary>
    public SourceWriter Summary(string summary)
    {
        var lines = summary.Split('\n');
        return lines.Length == 1
            ? Line($"/// <summary>{Escape(summary)}</summary>")
            : Line("/// <summary>").Line(string.Join("\n", lines.Select(line => "/// " + Escape(line) + "<br/>"))).Line("/// </summary>");
    }

    public override string ToString() => text.ToString();

    public static string Escape(string comment) => comment.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
