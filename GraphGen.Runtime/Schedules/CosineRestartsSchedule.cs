using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.CosineRestarts"/>.</summary>
internal sealed class CosineRestartsSchedule(double maximum, int period, int growth, double minimum) : LearningRateSchedule(ScheduleUnit.Batch)
{
    private readonly double _maximum = ScheduleGuard.Rate(maximum, nameof(maximum));
    private readonly int _period = ScheduleGuard.AtLeastOne(period, nameof(period));
    private readonly int _growth = ScheduleGuard.AtLeastOne(growth, nameof(growth));
    private readonly double _minimum = ScheduleGuard.Minimum(minimum, maximum, nameof(minimum));

    internal override double RateAt(long time, long length, double target)
    {
        // Periods of one length can be many; periods that grow are few.
        long current = _period;
        long since = _growth == 1 ? time % current : time;
        while (since >= current)
        {
            since -= current;
            current *= _growth;
        }

        // Where the schedule ends with a period, nothing begins anew.
        return time == length && since == 0 ? _minimum : Between.At(Annealing.Cosine, _maximum, _minimum, (double)since / current);
    }

    private protected override string Describe() =>
        Invariant($"CosineRestarts({_maximum} to {_minimum}, period {_period}, growth {_growth})");
}
