using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How the learning rate goes during a fit: a description, which never changes and may serve any number of fits.
/// The parts of a composition follow each other, as in <c>WarmUp(500).Then(Cosine(0.1))</c>.
/// </summary>
/// <remarks>
/// A schedule counts its time t from 0, in mini-batches or epochs (<see cref="PerBatch"/>, <see cref="PerEpoch"/>), and lasts until the fit
/// ends or as long as <see cref="Lasting"/> says. Beyond that its rate stays what it is at the end.
/// </remarks>
public abstract partial class LearningRateSchedule
{
    private protected LearningRateSchedule(ScheduleUnit unit) => Unit = unit;

    /// <summary>What time counts: in a composition, for its last part.</summary>
    public ScheduleUnit Unit { get; private set; }

    /// <summary>
    /// Mini-batches or epochs that the schedule takes; null where it lasts to the end of the fit. In a composition, of its last part.
    /// </summary>
    public int? Length { get; private set; }

    /// <summary>The part before this one; null for the first.</summary>
    internal LearningRateSchedule? Previous { get; private set; }

    /// <summary>The same schedule with its time counted in mini-batches: in a composition, for its last part.</summary>
    /// <exception cref="InvalidOperationException">The schedule goes by the loss of an epoch.</exception>
    public LearningRateSchedule PerBatch() => With(copy => copy.SetUnit(ScheduleUnit.Batch));

    /// <summary>The same schedule with its time counted in epochs: in a composition, for its last part.</summary>
    public LearningRateSchedule PerEpoch() => With(copy => copy.SetUnit(ScheduleUnit.Epoch));

    /// <summary>The same schedule with a length of its own: in a composition, for its last part.</summary>
    /// <param name="length">Mini-batches or epochs, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public LearningRateSchedule Lasting(int length)
    {
        ScheduleGuard.AtLeastOne(length, nameof(length));
        return With(copy => copy.Length = length);
    }

    /// <summary>This schedule, and another after it, whose time begins where this one ends.</summary>
    /// <param name="next">What follows; a composition, too.</param>
    /// <exception cref="InvalidOperationException">This schedule lasts to the end of the fit, so that nothing can follow.</exception>
    public LearningRateSchedule Then(LearningRateSchedule next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Length is null)
        {
            throw new InvalidOperationException(
                $"{this} lasts to the end of the fit, so nothing can follow it: give it a length first, as in .Lasting(1000).Then(...).");
        }

        LearningRateSchedule first = next.Previous is null ? this : Then(next.Previous);
        return next.With(copy => copy.Previous = first);
    }

    /// <summary>Begins a run through the schedule: what a fit does, and a training loop of one's own may do.</summary>
    /// <param name="batchesPerEpoch">Steps in an epoch, at least 1.</param>
    /// <param name="epochs">Epochs in all, at least 1: a schedule without a length of its own ends with them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="InvalidOperationException">The schedule ends with a warm-up, which needs a rate to lead to.</exception>
    public ScheduleRun Start(int batchesPerEpoch, int epochs)
    {
        ScheduleGuard.AtLeastOne(batchesPerEpoch, nameof(batchesPerEpoch));
        ScheduleGuard.AtLeastOne(epochs, nameof(epochs));
        RequireEnd();
        var parts = new Stack<LearningRateSchedule>();
        for (LearningRateSchedule? part = this; part is not null; part = part.Previous)
        {
            parts.Push(part);
        }

        return new ScheduleRun([.. parts], batchesPerEpoch, epochs);
    }

    /// <summary>The parts in their order, the same in every culture.</summary>
    public override string ToString()
    {
        string length = Length is { } count ? Invariant($", {count} {(Unit == ScheduleUnit.Batch ? "batches" : "epochs")}") : "";
        string text = $"{Describe()} per {(Unit == ScheduleUnit.Batch ? "batch" : "epoch")}{length}";
        return Previous is null ? text : $"{Previous}; then {text}";
    }

    /// <summary>The rate at a time within the schedule.</summary>
    /// <param name="time">From 0 on, at most <paramref name="length"/>.</param>
    /// <param name="length">What the schedule takes in all, at least 1.</param>
    /// <param name="target">The rate with which the next part begins; NaN where there is none.</param>
    internal abstract double RateAt(long time, long length, double target);

    /// <summary>The watch over the loss that sets the rate instead of <see cref="RateAt"/>; null where time alone does.</summary>
    internal virtual PlateauWatch? NewWatch() => null;

    /// <summary>The factory's name and its numbers.</summary>
    private protected abstract string Describe();

    private protected virtual void RequireUnit(ScheduleUnit unit)
    {
    }

    private protected virtual void RequireEnd()
    {
    }

    private void SetUnit(ScheduleUnit unit)
    {
        RequireUnit(unit);
        Unit = unit;
    }

    private LearningRateSchedule With(Action<LearningRateSchedule> change)
    {
        var copy = (LearningRateSchedule)MemberwiseClone();
        change(copy);
        return copy;
    }
}
