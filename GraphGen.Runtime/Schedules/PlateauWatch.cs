namespace GraphGen;

/// <summary>
/// Watches the loss of a fit and lowers the rate where it stalls: what <see cref="PerformanceSchedule"/> knows while it runs.
/// </summary>
internal sealed class PlateauWatch(PerformanceSchedule schedule, double rate)
{
    /// <summary>All that is known.</summary>
    public PlateauState State { get; set; } = PlateauState.Initial;

    /// <summary>The present rate.</summary>
    public double Rate => Math.Max(schedule.Minimum, rate * Math.Pow(schedule.Factor, State.Reductions));

    /// <summary>Takes the loss of an epoch.</summary>
    public void EndEpoch(double loss)
    {
        (double best, int stalled, int cooling, int reductions) = State;

        // The best is infinite at first, where a share of it would be no number.
        bool isBetter = double.IsPositiveInfinity(best) ? loss < best : loss < best - (schedule.Threshold * Math.Abs(best));
        best = isBetter ? loss : best;
        stalled = isBetter ? 0 : stalled + 1;
        if (cooling > 0)
        {
            cooling--;
            stalled = 0;
        }

        if (stalled > schedule.Patience)
        {
            reductions++;
            cooling = schedule.Cooldown;
            stalled = 0;
        }

        State = new PlateauState(best, stalled, cooling, reductions);
    }
}
