using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.PiecewiseConstant"/>.</summary>
internal sealed class PiecewiseConstantSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly (int From, double Rate)[] _changes;

    public PiecewiseConstantSchedule(double rate, (int From, double Rate)[] changes)
        : base(ScheduleUnit.Epoch)
    {
        _rate = ScheduleGuard.Rate(rate, nameof(rate));
        _changes = changes;
        int before = 0;
        foreach ((int from, double changed) in changes)
        {
            if (from <= before)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(changes), Invariant($"A change at {from} comes after {before}: changes must be in ascending order, the first at 1 or later."));
            }

            ScheduleGuard.Rate(changed, nameof(changes));
            before = from;
        }
    }

    internal override double RateAt(long time, long length, double target)
    {
        double rate = _rate;
        foreach ((int from, double changed) in _changes)
        {
            rate = time >= from ? changed : rate;
        }

        return rate;
    }

    private protected override string Describe() =>
        Invariant($"PiecewiseConstant({_rate}") + string.Concat(_changes.Select(change => Invariant($", {change.Rate} from {change.From}"))) + ")";
}
