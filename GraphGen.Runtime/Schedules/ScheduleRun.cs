using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// One run through a <see cref="LearningRateSchedule"/>, step by step. The rate depends on the step alone, except where a part goes by the
/// loss. Made by <see cref="LearningRateSchedule.Start"/>. Allocates nothing while it runs.
/// </summary>
public sealed class ScheduleRun
{
    private readonly SchedulePart[] _parts;
    private readonly PlateauWatch[] _watches;
    private long _step;

    internal ScheduleRun(LearningRateSchedule[] schedules, int batchesPerEpoch, int epochs)
    {
        _parts = new SchedulePart[schedules.Length];
        long first = 0;
        for (int index = 0; index < _parts.Length; index++)
        {
            _parts[index] = new SchedulePart(schedules[index], first, batchesPerEpoch, epochs);
            first = _parts[index].End;
        }

        _watches = [.. _parts.Select(part => part.Watch).OfType<PlateauWatch>()];
        for (int index = _parts.Length - 2; index >= 0; index--)
        {
            _parts[index].Target = _parts[index + 1].FirstRate;
        }
    }

    /// <summary>Steps taken so far.</summary>
    public long Step => _step;

    /// <summary>The rate of the next step.</summary>
    public float Rate => (float)PartOf(_step).RateAt(_step);

    /// <summary>Goes one step further.</summary>
    /// <returns>The rate of that step.</returns>
    public float Next()
    {
        float rate = Rate;
        _step++;
        return rate;
    }

    /// <summary>To be called at the end of each epoch, for the schedules that go by the loss.</summary>
    /// <param name="loss">The epoch's loss: of the validation data, or of training where there are none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The loss is NaN or infinite.</exception>
    public void EndEpoch(double loss)
    {
        if (!double.IsFinite(loss))
        {
            throw new ArgumentOutOfRangeException(
                nameof(loss), Invariant($"The loss is {loss}: a schedule goes by finite losses. Stop where training has diverged."));
        }

        PartOf(Math.Max(0, _step - 1)).Watch?.EndEpoch(loss);
    }

    /// <summary>All that changes during the run, as text that is the same in every culture: to be kept beside a checkpoint.</summary>
    public string State
    {
        get
        {
            string state = _step.ToString(CultureInfo.InvariantCulture);
            foreach (PlateauWatch watch in _watches)
            {
                state += ";" + watch.State;
            }

            return state;
        }
    }

    /// <summary>Goes on where another run of the same schedule was.</summary>
    /// <param name="state">What <see cref="State"/> was.</param>
    /// <exception cref="ArgumentException">The text is not the state of such a run; nothing has changed.</exception>
    public void Restore(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string[] fields = state.Split(';');
        var watched = new PlateauState[_watches.Length];
        bool isState = fields.Length == watched.Length + 1;
        isState &= long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out long step);
        for (int index = 0; isState && index < watched.Length; index++)
        {
            isState = PlateauState.TryParse(fields[index + 1], out watched[index]);
        }

        if (!isState)
        {
            throw new ArgumentException(
                $"'{state}' is not the state of a run of this schedule: pass what State was, and start the same schedule.", nameof(state));
        }

        _step = step;
        for (int index = 0; index < watched.Length; index++)
        {
            _watches[index].State = watched[index];
        }
    }

    /// <summary>Goes to a step without what the epochs before it would have told.</summary>
    internal void GoTo(long step) => _step = step;

    private SchedulePart PartOf(long step)
    {
        int index = 0;
        while (index < _parts.Length - 1 && step >= _parts[index].End)
        {
            index++;
        }

        return _parts[index];
    }
}
