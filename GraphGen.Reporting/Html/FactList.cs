namespace GraphGen.Reporting.Html;

/// <summary>Names and what they stand for, under a heading.</summary>
internal static class FactList
{
    public static void Write(HtmlWriter html, string heading, IEnumerable<Fact> facts)
    {
        html.Write($"<h3>{heading}</h3><dl class='facts'>");
        foreach (Fact fact in facts)
        {
            html.Write($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>");
        }

        html.Write($"</dl>");
    }
}
