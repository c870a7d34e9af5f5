using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0712345, "0.07123")]
    [InlineData(-12.3456, "\u221212.35")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00099, "9.9e-4")]
    [InlineData(-4e-7, "\u22124e-7")]
    [InlineData(12345.6, "12,346")]
    [InlineData(1.5e9, "1.5e9")]
    [InlineData(double.NaN, "\u2013")]
    [InlineData(double.PositiveInfinity, "\u221E")]
    [InlineData(double.NegativeInfinity, "\u2212\u221E")]
    public void Numbers_have_four_digits(double value, string text) => Figures.Number(value).ShouldBe(text);

    [Fact]
    public void Shares_counts_and_sizes_are_written_as_people_do()
    {
        Figures.Percent(0.978).ShouldBe("97.80%");
        Figures.Percent(double.NaN).ShouldBe("\u2013");
        Figures.RoundPercent(0.975).ShouldBe("97.5%");
        Figures.Count(1, "epoch").ShouldBe("1 epoch");
        Figures.Count(60_000, "row").ShouldBe("60,000 rows");
        Figures.Short(2000, "FLOP").ShouldBe("2,000 FLOP");
        Figures.Short(470_400, "FLOP").ShouldBe("470.4 kFLOP");
        Figures.Short(4_600_000, "B").ShouldBe("4.6 MB");
        Figures.Short(1.2e10, "B").ShouldBe("12 GB");
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(300, 160)]
    [InlineData(10_001, 160)]
    public void Thinning_keeps_evenly_spaced_things_and_the_last(int count, int most)
    {
        int[] kept = Thinning.Indices(count, most);
        kept.Length.ShouldBeLessThanOrEqualTo(most);
        kept.Length.ShouldBeGreaterThanOrEqualTo(Math.Min(count, (most + 1) / 2));
        kept.LastOrDefault(count - 1).ShouldBe(count - 1);
        kept.Zip(kept.Skip(1), (first, second) => second - first).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        kept.FirstOrDefault().ShouldBeInRange(0, Math.Max(0, count / most));
    }
}
