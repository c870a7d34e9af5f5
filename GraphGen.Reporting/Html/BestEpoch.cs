namespace GraphGen.Reporting.Html;

/// <summary>The epoch with the best of the figures that a reader cares for most.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Name">The figure, such as <c>accuracy</c>.</param>
/// <param name="Where">Of which data, such as <c>validation</c>.</param>
/// <param name="Value">Its value, as text.</param>
internal sealed record BestEpoch(int Epoch, string Name, string Where, string Value)
{
    /// <summary>
    /// The one that <see cref="EarlyStopping"/> found best; else by validation accuracy and, where that is equal, validation loss; else by the training loss.
    /// Null before the first epoch.
    /// </summary>
    public static BestEpoch? Of(History history)
    {
        EpochRecord? best = history.Epochs.FirstOrDefault(epoch => epoch.Epoch == history.BestEpoch)
            ?? history.Epochs.OrderByDescending(Accuracy).ThenBy(epoch => epoch.ValidationLoss ?? epoch.Loss).FirstOrDefault();
        return best switch
        {
            null => null,
            { ValidationAccuracy: { } accuracy } when !float.IsNaN(accuracy) => new BestEpoch(best.Epoch, "accuracy", "validation", Figures.Percent(accuracy)),
            { ValidationLoss: { } loss } => new BestEpoch(best.Epoch, "loss", "validation", Figures.Number(loss)),
            _ => new BestEpoch(best.Epoch, "loss", "training", Figures.Number(best.Loss)),
        };
    }

    private static double Accuracy(EpochRecord epoch) => epoch.ValidationAccuracy is { } accuracy && !float.IsNaN(accuracy) ? accuracy : 0;
}
