using System.Globalization;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Ends a fit when a figure says that it no longer learns what generalises, and goes back to the parameters that were best
/// (lecture notes, regularisation; Prechelt, "Early stopping - but when?", 1998). Every property checks its value at once.
/// </summary>
public sealed class EarlyStopping : IEpochCallback, IResumableCallback, IKeepsBest
{
    private TrainingSnapshot? _best;
    private double _bestCost;
    private int? _bestEpoch;

    /// <summary>What is watched after each epoch; default <see cref="MonitoredValue.ValidationLoss"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MonitoredValue Monitor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Monitor));
    } = MonitoredValue.ValidationLoss;

    /// <summary>How many epochs in a row may bring nothing better: the last of them ends the fit. At least 1; default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Patience
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Patience), Invariant($"Patience is {value}. The fit needs an epoch to become better in: set it to 1 or more."));
    } = 10;

    /// <summary>By how much an epoch must be better than the best one to count as better: finite, at least 0; default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public double MinimumDelta
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MinimumDelta), Invariant($"MinimumDelta is {value}. Set it to a finite number, at least 0."));
    }

    /// <summary>
    /// Whether the fit leaves the network as it was after the best epoch, optimizer included, also where all epochs were run or it was canceled; otherwise
    /// as it is after the last step. Default true.
    /// </summary>
    public bool RestoreBest { get; init; } = true;

    /// <inheritdoc/>
    string IResumableCallback.State => _bestEpoch is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{_bestEpoch} {_bestCost:R} {_best?.Numbers}");

    /// <inheritdoc/>
    TrainingSnapshot? IKeepsBest.Best => _bestEpoch is null ? null : _best;

    /// <inheritdoc/>
    public void Check(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Monitor.Check(run, nameof(EarlyStopping));
    }

    /// <inheritdoc/>
    public void OnFitBegin(TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _best = RestoreBest ? new TrainingSnapshot(run.Network) : null;
        (_bestEpoch, _bestCost) = (null, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public void OnEpochEnd(TrainingRun run, EpochRecord record)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(record);
        double cost = Monitor.CostOf(record);
        if (_bestEpoch is null || cost < _bestCost - MinimumDelta)
        {
            // A first value that is no number must not stay the best for ever.
            (_bestEpoch, _bestCost) = (record.Epoch, double.IsNaN(cost) ? double.PositiveInfinity : cost);
            _best?.Take();
        }

        run.History.BestEpoch = _bestEpoch;
        if (record.Epoch - _bestEpoch >= Patience && record.Epoch < run.Epochs)
        {
            run.Stop(Invariant($"{Monitor} has not become better since epoch {_bestEpoch}"));
        }
    }

    /// <summary>The settings as text, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"EarlyStopping {{ Monitor = {Monitor}, Patience = {Patience}, MinimumDelta = {MinimumDelta}, RestoreBest = {RestoreBest} }}");

    /// <inheritdoc/>
    void IResumableCallback.Restore(string state)
    {
        if (state.Length == 0)
        {
            return;
        }

        string[] parts = state.Split(' ', 3);
        if (parts.Length != 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int bestEpoch)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double bestCost))
        {
            throw new FormatException($"'{state}' is no state of {nameof(EarlyStopping)}.");
        }

        if (_best?.TryParseNumbers(parts[2]) == false)
        {
            throw new FormatException($"{nameof(RestoreBest)} is true, but the parameters of the best epoch were not kept.");
        }

        (_bestEpoch, _bestCost) = (bestEpoch, bestCost);
    }

    /// <inheritdoc/>
    void IKeepsBest.RestoreBest()
    {
        if (_bestEpoch is not null)
        {
            _best?.Restore();
        }
    }
}
