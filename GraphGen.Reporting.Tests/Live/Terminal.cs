using System.Text;
using Spectre.Console;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>A terminal of some size that keeps what is written to it.</summary>
internal sealed class Terminal : IAnsiConsoleOutput
{
    private readonly StringWriter _text = new();

    public Terminal(int width = 80, int height = 30, bool isTerminal = true, bool hasAnsi = true, bool hasColors = true, bool isInteractive = true)
    {
        Width = width;
        Height = height;
        IsTerminal = isTerminal;
        Console = Open(this, hasAnsi, hasColors, isInteractive);
    }

    public IAnsiConsole Console { get; }

    /// <summary>All that was written, control characters included.</summary>
    public string Output => _text.ToString();

    /// <summary>What can be seen by now.</summary>
    public Screen Screen => new(Output, Width);

    public TextWriter Writer => _text;

    public bool IsTerminal { get; }

    public int Width { get; }

    public int Height { get; }

    public void SetEncoding(Encoding encoding)
    {
    }

    /// <summary>A console whatever the environment says, so that these tests pass in continuous integration.</summary>
    public static IAnsiConsole Open(IAnsiConsoleOutput output, bool hasAnsi = true, bool hasColors = true, bool isInteractive = true) =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasAnsi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColors ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = output,
        });
}
