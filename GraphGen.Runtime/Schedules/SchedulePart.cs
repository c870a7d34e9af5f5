namespace GraphGen;

/// <summary>One part of a schedule, placed in a fit whose length is known.</summary>
internal sealed class SchedulePart
{
    private readonly LearningRateSchedule _schedule;
    private readonly int _batchesPerEpoch;
    private readonly long _first;
    private readonly long _length;

    /// <summary>Places a part.</summary>
    /// <param name="schedule">The part.</param>
    /// <param name="first">The step with which it begins, from 0 on.</param>
    /// <param name="batchesPerEpoch">Steps in an epoch.</param>
    /// <param name="epochs">Epochs in all.</param>
    public SchedulePart(LearningRateSchedule schedule, long first, int batchesPerEpoch, int epochs)
    {
        _schedule = schedule;
        _batchesPerEpoch = batchesPerEpoch;
        _first = first;
        Watch = schedule.NewWatch();

        // A part that begins after the last step is never asked for a rate, but its length must stay a length.
        _length = schedule.Length ?? Math.Max(1, Time((long)batchesPerEpoch * epochs));
        End = schedule.Unit == ScheduleUnit.Batch ? first + _length : ((first / batchesPerEpoch) + _length) * batchesPerEpoch;
    }

    /// <summary>The step after the last one.</summary>
    public long End { get; }

    /// <summary>What follows the loss; null where time alone sets the rate.</summary>
    public PlateauWatch? Watch { get; }

    /// <summary>The rate with which the next part begins; NaN where there is none.</summary>
    public double Target { private get; set; } = double.NaN;

    /// <summary>The rate of a step.</summary>
    /// <param name="step">From the part's first on; beyond its end, the rate stays what it is there.</param>
    public double RateAt(long step) => Watch?.Rate ?? _schedule.RateAt(Math.Min(Time(step), _length), _length, Target);

    /// <summary>The rate with which the part begins.</summary>
    public double FirstRate => _schedule.RateAt(0, _length, Target);

    private long Time(long step) =>
        _schedule.Unit == ScheduleUnit.Batch ? step - _first : (step / _batchesPerEpoch) - (_first / _batchesPerEpoch);
}
