namespace GraphGen.Reporting.Html;

/// <summary>Tables that a phone can scroll sideways and a keyboard can reach.</summary>
internal static class TableMarkup
{
    /// <summary>Begins a table and its body.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="nameId">The id of the heading that names it.</param>
    /// <param name="columns">The headings of its columns.</param>
    /// <param name="textColumns">How many of them, from the left, hold text instead of numbers.</param>
    public static void Begin(HtmlWriter html, string nameId, string[] columns, int textColumns)
    {
        BeginRegion(html, nameId);
        html.Write($"<table aria-labelledby='{nameId}'><thead><tr>");
        for (int column = 0; column < columns.Length; column++)
        {
            html.Write($"<th scope='col' class='{(column < textColumns ? "text" : "number")}'>{columns[column]}</th>");
        }

        html.Write($"</tr></thead><tbody>");
    }

    /// <summary>Begins what scrolls.</summary>
    public static void BeginRegion(HtmlWriter html, string nameId) =>
        html.Write($"<div class='scroll' role='region' aria-labelledby='{nameId}' tabindex='0'>");

    /// <summary>Ends the table.</summary>
    public static void End(HtmlWriter html) => html.Write($"</tbody></table></div>");
}
