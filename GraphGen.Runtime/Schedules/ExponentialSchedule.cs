using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.Exponential"/>.</summary>
internal sealed class ExponentialSchedule(double rate, double factor, double every) : LearningRateSchedule(ScheduleUnit.Epoch)
{
    private readonly double _rate = ScheduleGuard.Rate(rate, nameof(rate));
    private readonly double _factor = ScheduleGuard.Share(factor, factor is > 0 and <= 1, "(0, 1]", nameof(factor));
    private readonly double _every = ScheduleGuard.Positive(every, nameof(every));

    internal override double RateAt(long time, long length, double target) => _rate * Math.Pow(_factor, time / _every);

    private protected override string Describe() => Invariant($"Exponential({_rate}, factor {_factor}, every {_every})");
}
