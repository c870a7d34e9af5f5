using GraphGen.Reporting.Live;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>The table of the last epochs on terminals of all widths.</summary>
public sealed class EpochTableTests
{
    private const int PlentyOfRoom = 400;

    private static readonly History History = Fits.Run(Fits.Options(12) with { Metrics = [Metric.F1(), Metric.TopK(1)] });

    public static TheoryData<int> Widths => [.. Enumerable.Range(40, 81)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_figure_is_broken_over_lines(int width)
    {
        foreach (bool isUnicode in new[] { true, false })
        {
            string[] whole = Draw(PlentyOfRoom, isUnicode), lines = Draw(width, isUnicode);

            lines.Length.ShouldBe(whole.Length, string.Join('\n', lines));
            foreach ((string line, string wholeLine) in lines.Zip(whole).Where(pair => pair.First.Any(char.IsDigit)))
            {
                Figures(line).ShouldBeSubsetOf(Figures(wholeLine), line);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_figure_is_shown_as_soon_as_there_is_room_for_it(bool isUnicode)
    {
        string[] whole = Draw(PlentyOfRoom, isUnicode);
        int width = whole.Max(line => line.Length);

        Draw(width, isUnicode).ShouldBe(whole);
        Draw(width - 1, isUnicode).ShouldNotContain(line => line.Contains("seconds"));
    }

    private static string[] Draw(int width, bool isUnicode)
    {
        var terminal = new Terminal(width);
        terminal.Console.Profile.Capabilities.Unicode = isUnicode;
        terminal.Console.Write(EpochTable.Draw(History, count: 8, width, isUnicode));
        return terminal.Screen.Lines;
    }

    private static string[] Figures(string line) => line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
}
