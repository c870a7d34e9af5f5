using System.Globalization;
using System.Text;
using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class HtmlWriterTests
{
    private readonly HtmlWriter _html = new();

    private string Written => Encoding.UTF8.GetString(_html.Written.Span);

    [Fact]
    public void Text_in_holes_is_escaped_and_markup_around_them_is_not()
    {
        string text = "<a href='x' class=\"y\">&\0\u843D";
        _html.Write($"<p title='{text}'>{text}</p>");
        const string Escaped = "&lt;a href=&#39;x&#39; class=&quot;y&quot;&gt;&amp;\uFFFD\u843D";
        Written.ShouldBe($"<p title='{Escaped}'>{Escaped}</p>");
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        _html.Write($"{"a\uD83Db"}");
        Written.ShouldBe("a\uFFFDb");
    }

    [Fact]
    public void Numbers_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            _html.Write($"{-1234} {12345678901L:N0} {-0.5} {1234.56} {0.123456:0.###}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Written.ShouldBe("-1234 12,345,678,901 -0.5 1234.6 0.123");
    }

    [Fact]
    public void Coordinates_are_rounded_to_a_tenth_whatever_their_size()
    {
        var random = new Random(3);
        for (int time = 0; time < 2000; time++)
        {
            double coordinate = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-2, 14));
            _html.Clear();
            _html.Write($"{coordinate}");
            decimal tenths = Math.Round((decimal)coordinate, 1, MidpointRounding.AwayFromZero);
            Written.ShouldBe(tenths == 0 ? "0" : tenths.ToString("0.#", CultureInfo.InvariantCulture));
        }

        _html.Clear();
        _html.Write($"{0.0} {-0.04} {-0.05} {0.95} {9.95} {100.0} {1e9} {double.NaN} {double.PositiveInfinity}");
        Written.ShouldBe("0 0 -0.1 1 10 100 1000000000 NaN Infinity");
    }

    [Fact]
    public void Points_of_paths_are_their_coordinates()
    {
        _html.WritePoint('M', 1.25, -3);
        _html.WritePoint('L', 0.04, 60);
        Written.ShouldBe("M1.3 -3L0 60");
    }

    [Fact]
    public void More_than_the_buffer_holds_is_kept_and_forgotten_with_the_page()
    {
        string part = new('x', 1000);
        for (int time = 0; time < 300; time++)
        {
            _html.Write($"<p>{part}</p>");
        }

        Written.ShouldBe(string.Concat(Enumerable.Repeat($"<p>{part}</p>", 300)));
        _html.Clear();
        _html.WriteBase64([1, 2, 3, 4]);
        Written.ShouldBe("AQIDBA==");
    }

    [Fact]
    public void A_page_of_known_size_allocates_nothing()
    {
        string name = "a & b";
        Write();

        // The runtime may allocate once, when it replaces a method by its optimised version: what a page allocates, each does.
        Enumerable.Range(0, 5).Min(_ => Allocated()).ShouldBe(0);

        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Write();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Write()
        {
            _html.Clear();
            for (int row = 0; row < 1000; row++)
            {
                _html.Write($"<tr><th>{name}</th><td>{row}</td><td>{row * 0.37}</td></tr>");
            }
        }
    }
}
