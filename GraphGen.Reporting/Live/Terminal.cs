using Spectre.Console;

namespace GraphGen.Reporting.Live;

/// <summary>What a console can show.</summary>
internal static class Terminal
{
    private const int FewestLines = 5;

    /// <summary>
    /// Whether somebody runs this in continuous integration, where a terminal may be emulated but nobody watches: CI systems set <c>CI</c>.
    /// </summary>
    public static bool IsContinuousIntegration { get; } = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } value && value != "false";

    /// <summary>
    /// Whether a picture can be drawn over in place: on a terminal that people watch, that knows how to move its cursor, and that is high enough.
    /// </summary>
    public static bool IsInteractive(IAnsiConsole console)
    {
        Capabilities capabilities = console.Profile.Capabilities;
        return capabilities.Ansi && capabilities.Interactive && console.Profile.Out.IsTerminal && console.Profile.Height >= FewestLines;
    }
}
