namespace GraphGen.Reporting.Live;

/// <summary>One of the figures that each epoch of a fit has.</summary>
/// <param name="Group">What it was measured on where its name does not say so; otherwise empty.</param>
/// <param name="Name">What it is.</param>
/// <param name="Rank">How much it matters where there is no room for all: the lower, the more.</param>
/// <param name="Text">Its value as text.</param>
internal sealed record EpochFigure(string Group, string Name, int Rank, Func<EpochRecord, string> Text)
{
    private const string Validation = "validation";

    /// <summary>Its whole name.</summary>
    public string FullName => Group.Length == 0 ? Name : $"{Group} {Name}";

    /// <summary>The figures that the epochs of a fit like that of <paramref name="record"/> have, in the order in which to show them.</summary>
    public static IReadOnlyList<EpochFigure> Of(EpochRecord record)
    {
        bool hasAccuracy = !float.IsNaN(record.Accuracy);
        bool hasValidation = record.ValidationLoss is not null;
        List<EpochFigure> figures = [new("", "loss", 0, epoch => TerminalText.Number(epoch.Loss))];
        if (hasAccuracy)
        {
            figures.Add(new("", "accuracy", 3, epoch => TerminalText.Percent(epoch.Accuracy)));
        }

        if (hasValidation)
        {
            figures.Add(new(Validation, "loss", 1, epoch => TerminalText.Number(epoch.ValidationLoss ?? float.NaN)));
        }

        if (hasValidation && hasAccuracy)
        {
            figures.Add(new(Validation, "accuracy", 2, epoch => TerminalText.Percent(epoch.ValidationAccuracy ?? float.NaN)));
        }

        figures.AddRange(record.Metrics.Keys.Select(name =>
            new EpochFigure("", name, 4, epoch => TerminalText.Number(epoch.Metrics.GetValueOrDefault(name, double.NaN)))));
        figures.Add(new("", "rate", 5, epoch => TerminalText.Rate(epoch.LearningRate)));
        figures.Add(new("", "seconds", 6, epoch => TerminalText.Seconds(epoch.Seconds)));
        return figures;
    }
}
