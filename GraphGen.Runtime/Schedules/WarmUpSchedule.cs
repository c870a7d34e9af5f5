using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.WarmUp"/>.</summary>
internal sealed class WarmUpSchedule(double startFactor) : LearningRateSchedule(ScheduleUnit.Batch)
{
    private readonly double _startFactor = ScheduleGuard.Share(startFactor, startFactor is >= 0 and <= 1, "[0, 1]", nameof(startFactor));

    internal override double RateAt(long time, long length, double target) =>
        Between.At(Annealing.Linear, _startFactor * target, target, (double)time / length);

    private protected override string Describe() => Invariant($"WarmUp(from {_startFactor} of the next rate)");

    private protected override void RequireEnd() => throw new InvalidOperationException(
        $"{this} leads to the rate with which the next part begins, but nothing follows: add .Then(...) with another schedule.");
}
