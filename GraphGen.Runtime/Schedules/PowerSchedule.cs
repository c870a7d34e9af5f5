using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.Power"/>.</summary>
internal sealed class PowerSchedule(double rate, double scale, double exponent) : LearningRateSchedule(ScheduleUnit.Epoch)
{
    private readonly double _rate = ScheduleGuard.Rate(rate, nameof(rate));
    private readonly double _scale = ScheduleGuard.Positive(scale, nameof(scale));
    private readonly double _exponent = ScheduleGuard.Positive(exponent, nameof(exponent));

    internal override double RateAt(long time, long length, double target) => _rate / Math.Pow(1 + (time / _scale), _exponent);

    private protected override string Describe() => Invariant($"Power({_rate}, scale {_scale}, exponent {_exponent})");
}
