using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.Cosine"/>.</summary>
internal sealed class CosineSchedule(double maximum, double minimum) : LearningRateSchedule(ScheduleUnit.Batch)
{
    private readonly double _maximum = ScheduleGuard.Rate(maximum, nameof(maximum));
    private readonly double _minimum = ScheduleGuard.Minimum(minimum, maximum, nameof(minimum));

    internal override double RateAt(long time, long length, double target) =>
        Between.At(Annealing.Cosine, _maximum, _minimum, (double)time / length);

    private protected override string Describe() => Invariant($"Cosine({_maximum} to {_minimum})");
}
