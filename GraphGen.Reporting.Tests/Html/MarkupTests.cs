using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>Pages as text, without a browser.</summary>
[Collection(PageCollection.Name)]
public sealed partial class MarkupTests(Pages pages)
{
    private static readonly HashSet<string> Empty = ["meta", "link", "br", "img"];

    [Fact]
    public void Every_element_is_closed_in_its_turn()
    {
        foreach (string path in new[] { pages.Early, pages.Ended, pages.Binary, pages.Regression, pages.Many })
        {
            string page = ScriptOrStyle().Replace(File.ReadAllText(path), "<$1></$1>");
            var open = new Stack<string>();
            foreach (Match tag in Tag().Matches(page))
            {
                string name = tag.Groups["name"].Value;
                if (tag.Groups["slash"].Success)
                {
                    open.Pop().ShouldBe(name, $"{path}, at {tag.Index}");
                }
                else if (name.Length > 0 && !Empty.Contains(name) && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
                {
                    open.Push(name);
                }
            }

            open.ShouldBeEmpty();

            // What no tag takes must be text, and text has no brackets.
            Tag().Replace(page, "").ShouldNotContain('<');
            Tag().Replace(page, "").ShouldNotContain('>');
        }
    }

    [Fact]
    public void A_page_of_images_is_small()
    {
        new FileInfo(pages.Ended).Length.ShouldBeLessThan(250_000);
    }

    [Fact]
    public void Pages_name_no_address_of_any_network()
    {
        foreach (string path in new[] { pages.Early, pages.Ended, pages.Binary, pages.Regression, pages.Many })
        {
            File.ReadAllText(path).ShouldNotContain("://");
        }
    }

    [Fact]
    public void Pages_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string here = Page();
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NumberGroupSeparator = "'";
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;
            Page().ShouldBe(here);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        // The clock runs on between the two.
        string Page() => Regex.Replace(pages.Again(), "<dt>time</dt><dd>[^<]*", "");
    }

    [GeneratedRegex("<(script|style)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex ScriptOrStyle();

    [GeneratedRegex("<!DOCTYPE html>|<(?<slash>/)?(?<name>[a-z][a-z0-9]*)(\\s+[a-zA-Z-]+(='[^'<>]*')?)*/?>")]
    private static partial Regex Tag();
}
