using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.Constant"/>.</summary>
internal sealed class ConstantSchedule(double rate) : LearningRateSchedule(ScheduleUnit.Epoch)
{
    private readonly double _rate = ScheduleGuard.Rate(rate, nameof(rate));

    internal override double RateAt(long time, long length, double target) => _rate;

    private protected override string Describe() => Invariant($"Constant({_rate})");
}
