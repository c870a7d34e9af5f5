namespace GraphGen.Reporting.Tests.Html;

/// <summary>The browser that is installed here: nothing is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>Names its executable where it is not on the path.</summary>
    public const string Variable = "GRAPHGEN_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    /// <summary>Its executable; null where there is none.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable(Variable) ?? OnPath();

    private static string? OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
