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
    public void EndEpoch(double loss) => State = State.After(loss, schedule.Threshold, schedule.Patience, schedule.Cooldown);
}
