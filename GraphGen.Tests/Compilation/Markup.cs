using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Tests.Compilation;

/// <summary>C# text in which <c>[|...|]</c> marks the spans that a rule is to report.</summary>
/// <param name="Source">The text without the marks.</param>
/// <param name="Spans">The marked spans, in order.</param>
internal sealed record Markup(string Source, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Takes the marks out of <paramref name="marked"/>.</summary>
    public static Markup Parse(string marked)
    {
        var spans = new List<TextSpan>();
        string source = "";
        foreach (string piece in marked.Split("[|"))
        {
            string[] halves = piece.Split("|]");
            if (halves.Length == 2)
            {
                spans.Add(new TextSpan(source.Length, halves[0].Length));
            }

            source += string.Concat(halves);
        }

        return new Markup(source, spans);
    }
}
