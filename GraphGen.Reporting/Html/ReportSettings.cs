namespace GraphGen.Reporting.Html;

/// <summary>What a report was told, checked against the network of its fit.</summary>
/// <param name="Title">The heading of the page.</param>
/// <param name="ClassNames">The names of the classes; empty for their numbers.</param>
/// <param name="Images">How a row of the data is an image; null where it is none.</param>
/// <param name="MaximumImages">Mistakes to show at most.</param>
/// <param name="RefreshSeconds">How often the page is written at most.</param>
internal sealed record ReportSettings(
    string Title, IReadOnlyList<string> ClassNames, ImageShape? Images, int MaximumImages, double RefreshSeconds)
{
    /// <summary>What to call a class.</summary>
    public string ClassName(int index) => index < ClassNames.Count ? ClassNames[index] : Figures.Count(index);
}
