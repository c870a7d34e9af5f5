using static System.FormattableString;

namespace GraphGen;

/// <summary>See <see cref="LearningRateSchedule.OneCycle"/>.</summary>
internal sealed class OneCycleSchedule(double maximum, double rise, double divisor, double finalDivisor, Annealing annealing, bool threePhases)
    : LearningRateSchedule(ScheduleUnit.Batch)
{
    private readonly double _maximum = ScheduleGuard.Rate(maximum, nameof(maximum));
    private readonly double _rise = threePhases
        ? ScheduleGuard.Share(rise, rise is > 0 and < 0.5, "(0, 0.5) with three phases", nameof(rise))
        : ScheduleGuard.Share(rise, rise is > 0 and < 1, "(0, 1)", nameof(rise));

    private readonly double _first = maximum / ScheduleGuard.Divisor(divisor, nameof(divisor));
    private readonly double _last = maximum / divisor / ScheduleGuard.Divisor(finalDivisor, nameof(finalDivisor));
    private readonly Annealing _annealing = Enum.IsDefined(annealing)
        ? annealing
        : throw new ArgumentOutOfRangeException(nameof(annealing), annealing, "It must be Cosine or Linear.");

    internal override double RateAt(long time, long length, double target)
    {
        double end = length - 1;
        double step = Math.Min(time, end);
        double top = (_rise * length) - 1;
        double back = (2 * _rise * length) - 2;
        if (step <= top)
        {
            return Phase(0, top, _first, _maximum, step);
        }

        if (!threePhases)
        {
            return Phase(top, end, _maximum, _last, step);
        }

        return step <= back ? Phase(top, back, _maximum, _first, step) : Phase(back, end, _first, _last, step);
    }

    private protected override string Describe() =>
        Invariant($"OneCycle({_maximum}, rise {_rise}, {_annealing}{(threePhases ? ", three phases" : "")}, from {_first} to {_last})");

    /// <summary>The rate at a step of a phase, which may be so short that it is over when it begins.</summary>
    private double Phase(double begin, double end, double start, double final, double step) =>
        Between.At(_annealing, start, final, end > begin ? (step - begin) / (end - begin) : 1);
}
