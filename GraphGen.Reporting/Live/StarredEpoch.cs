namespace GraphGen.Reporting.Live;

/// <summary>Which epoch of a fit was best so far.</summary>
internal static class StarredEpoch
{
    /// <summary>
    /// By what <see cref="EarlyStopping"/> goes by, or else by the loss, on the validation data where there are some; null before the first epoch.
    /// </summary>
    public static EpochRecord? Of(History history) =>
        history.Epochs.FirstOrDefault(epoch => epoch.Epoch == history.BestEpoch) ?? history.Epochs.MinBy(epoch => epoch.ValidationLoss ?? epoch.Loss);
}
