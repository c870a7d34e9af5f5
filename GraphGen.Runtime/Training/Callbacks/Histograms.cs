using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Looks into the network after epochs: how the outputs, gradients and weights of each layer are distributed, and which units are dead or saturated. What it
/// finds is in <see cref="TrainingRun.Statistics"/>, where reports and logs take it from.
/// </summary>
public sealed class Histograms : IEpochCallback
{
    private Dataset? _sample;
    private NetworkPass? _pass;

    /// <summary>Looks after every so many epochs, and after the last of all, at least 1; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Every
    {
        get;
        init => field = ScheduleGuard.AtLeastOne(value, nameof(Every));
    } = 1;

    /// <summary>
    /// Rows to look at, at least 1; default 128. They are drawn once from the training data, by the seed of the fit. More rows make steadier
    /// figures and take longer: see <see cref="NetworkStatistics"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Rows
    {
        get;
        init => field = ScheduleGuard.AtLeastOne(value, nameof(Rows));
    } = 128;

    /// <summary>The settings as text, the same in every culture.</summary>
    public override string ToString() => FormattableString.Invariant($"Histograms {{ Every = {Every}, Rows = {Rows} }}");

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        int[] order = new int[run.Train.Count];
        RowOrder.Fill(order, run.Options.Seed, RowOrder.HistogramStream);
        _sample = run.Train.Pick(order.AsSpan(0, Math.Min(Rows, order.Length)));
        _pass = new NetworkPass(run.Network);
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        if (record.Epoch % Every == 0 || record.Epoch == run.Epochs)
        {
            run.Add(new EpochStatistics(record.Epoch, Inspector.Inspect(_pass!, run.Network.Info, _sample!)));
        }
    }
}
