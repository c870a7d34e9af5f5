using System.Security.Cryptography;
using System.Text;

namespace GraphGen.Reporting.Html;

/// <summary>
/// The page as a whole: one file that needs no other and no network, which its content security policy also forbids. Its style and its script are the only
/// ones that may act, known to the browser by their hashes, so that no name from the data could ever bring in another.
/// </summary>
internal sealed class ReportPage
{
    private static readonly byte[] Style = Resource("report.css");
    private static readonly byte[] Script = Resource("report.js");

    // A page looks for news by loading itself into a frame: see report.js. From a file that is 'file:', from a server 'self'.
    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; frame-src 'self' file:; base-uri 'none'; form-action 'none'";

    private static readonly (string Id, string Name, Action<HtmlWriter, ReportView> Write)[] Sections =
    [
        ("advice", "Advice", AdviceSection.Write),
        ("curves", "Curves", CurvesSection.Write),
        ("classes", "Classes", ConfusionSection.Write),
        ("mistakes", "Mistakes", MistakesSection.Write),
        ("values", "Values", RegressionSection.Write),
        ("layers", "Layers", HistogramSection.Write),
        ("network", "Network", NetworkSection.Write),
        ("settings", "Settings", SettingsSection.Write),
    ];

    private readonly HtmlWriter _page = new();
    private readonly HtmlWriter _content = new();

    /// <summary>Writes a page.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="now">The time, for the reader to judge how fresh it is.</param>
    /// <returns>The page in UTF-8, until the next one is written.</returns>
    public ReadOnlyMemory<byte> Write(ReportView view, DateTimeOffset now)
    {
        HtmlWriter html = _page;
        html.Clear();
        html.Write($"<!DOCTYPE html>\n<html lang='en'{(view.IsRunning ? " data-running" : "")} data-written='{now.ToUnixTimeMilliseconds()}' ");
        html.Write($"data-refresh='{view.Settings.RefreshSeconds:0.###}'>\n<head>\n<meta charset='utf-8'>\n");
        html.Write($"<meta http-equiv='Content-Security-Policy' content='{Policy}'>\n");
        html.Write($"<meta name='viewport' content='width=device-width, initial-scale=1'>\n");
        html.Write($"<meta name='color-scheme' content='light dark'>\n<meta name='referrer' content='no-referrer'>\n");
        if (view.IsRunning)
        {
            html.Write($"<noscript><meta http-equiv='refresh' content='{Math.Max(2, Math.Ceiling(view.Settings.RefreshSeconds)):0}'></noscript>\n");
        }

        html.Write($"<title>{HeaderSection.TabTitle(view)}</title>\n<link rel='icon' href='data:,'>\n<style>");
        html.WriteMarkup(Style);
        html.Write($"</style>\n</head>\n<body>\n<a class='skip' href='#content'>Skip to the content</a>\n<div id='page'>\n");
        HeaderSection.Write(html, view, now);
        WriteContent(html, view);
        html.Write($"\n<footer><p>Written by GraphGen. The file holds all that it shows and asks for nothing from any network.</p></footer>\n</div>\n");
        html.Write($"<p id='said' class='unseen' role='status'></p>\n<div id='tip' aria-hidden='true' hidden></div>\n<script>");
        html.WriteMarkup(Script);
        html.Write($"</script>\n</body>\n</html>\n");
        return html.Written;
    }

    private void WriteContent(HtmlWriter html, ReportView view)
    {
        _content.Clear();
        html.Write($"\n<nav aria-label='Sections'><ul>");
        foreach ((string id, string name, Action<HtmlWriter, ReportView> write) in Sections)
        {
            int before = _content.Written.Length;
            write(_content, view);
            if (_content.Written.Length > before)
            {
                html.Write($"<li><a href='#{id}'>{name}</a></li>");
            }
        }

        html.Write($"</ul></nav>\n<main id='content'>\n");
        html.WriteMarkup(_content.Written.Span);
        html.Write($"\n</main>");
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"GraphGen.Reporting.Html.{name}")!;
        using var reader = new StreamReader(stream);

        // Browsers hash what they have parsed, and parsing makes every line end a line feed.
        return Encoding.UTF8.GetBytes(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    private static string Hash(byte[] content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(content))}";
}
