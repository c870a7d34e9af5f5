using GraphGen.Reporting.Live;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>What <see cref="LiveView"/> writes where no picture can be drawn.</summary>
public sealed class LineViewTests
{
    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void What_is_no_interactive_terminal_gets_a_plain_line_for_each_epoch(bool isTerminal, bool hasAnsi, bool isInteractive)
    {
        var output = new Terminal(width: 30, isTerminal: isTerminal, hasAnsi: hasAnsi, isInteractive: isInteractive);

        History history = Fits.Run(Fits.Options(3, new LiveView(output.Console)));

        output.Output.ShouldAllBe(character => character == '\n' || !char.IsControl(character));
        string[] lines = output.Output.Split('\n');
        lines[0].ShouldBe("Halves: 2 -> 2, 44 parameters, 40 rows");
        lines[1..4].ShouldBe(history.Epochs.Select(epoch => epoch.ToString()));
        lines.ShouldContain("completed");
        lines[^2].ShouldStartWith("3 of 3 epochs in ");
    }

    [Fact]
    public void A_console_that_shows_something_else_gets_lines_above_it()
    {
        var terminal = new Terminal(width: 200);

        terminal.Console.Live(new Text("first\nsecond")).Start(_ => Fits.Run(Fits.Options(2, new LiveView(terminal.Console))));

        string[] lines = terminal.Screen.Lines;
        lines[0].ShouldBe("Halves: 2 -> 2, 44 parameters, 40 rows");
        lines[^2..].ShouldBe(["first", "second"]);
    }

    [Fact]
    public void A_dry_run_says_so()
    {
        var output = new Terminal(isTerminal: false);

        Fits.Run(Fits.Options(3, new LiveView(output.Console)) with { DryRun = true });

        output.Output.ShouldStartWith("Halves: 2 -> 2, 44 parameters, 40 rows, dry run\nepoch 1:");
        output.Output.ShouldContain("\n1 of 1 epochs in");
    }

    [Theory]
    [InlineData(0, "0.0000")]
    [InlineData(0.25, "0.2500")]
    [InlineData(-1234.5, "-1234.5000")]
    [InlineData(0.00012345, "1.23e-4")]
    [InlineData(1234567, "1.23e+6")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_keep_three_figures_whatever_their_size(double value, string text) => TerminalText.Number(value).ShouldBe(text);
}
