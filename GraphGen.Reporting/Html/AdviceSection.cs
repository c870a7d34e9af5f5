using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>What is likely to be wrong and what to do about it.</summary>
internal static class AdviceSection
{
    // A validation loss that was lowest so many epochs ago, and has risen by this share since, is over-fitting rather than noise.
    private const int OverfittingEpochs = 3;
    private const double OverfittingRise = 0.05;

    public static void Write(HtmlWriter html, ReportView view)
    {
        List<string> problems = [.. view.Statistics?.Network.Problems() ?? []];
        if (Overfitting(view.Epochs) is { } overfitting)
        {
            problems.Add(overfitting);
        }

        if (problems.Count == 0)
        {
            return;
        }

        html.Write($"<section id='advice' aria-labelledby='advice-name'><h2 id='advice-name'>What to look at</h2><ul class='advice'>");
        foreach (string problem in problems)
        {
            int colon = problem.IndexOf(':', StringComparison.Ordinal);
            html.Write($"<li><strong>{(colon < 0 ? "" : problem[..colon])}</strong>{(colon < 0 ? problem : problem[colon..])}</li>");
        }

        html.Write($"</ul></section>");
    }

    private static string? Overfitting(IReadOnlyList<EpochRecord> epochs)
    {
        if (epochs.Count <= OverfittingEpochs || epochs.Any(epoch => epoch.ValidationLoss is null))
        {
            return null;
        }

        (EpochRecord lowest, EpochRecord last) = (epochs.MinBy(epoch => epoch.ValidationLoss)!, epochs[^1]);
        double rise = (last.ValidationLoss!.Value / lowest.ValidationLoss!.Value) - 1;
        bool isOverfitting = last.Epoch - lowest.Epoch >= OverfittingEpochs && rise > OverfittingRise && last.Loss < lowest.Loss;
        return isOverfitting
            ? Invariant($"Over-fitting: the validation loss was lowest after epoch {lowest.Epoch} and has risen by {100 * rise:0.#}% ")
                + "since, while the training loss fell. EarlyStopping goes back to the best epoch; dropout, an L2 penalty, augmentation or more "
                + "data help to get further."
            : null;
    }
}
