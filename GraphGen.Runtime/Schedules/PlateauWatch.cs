using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Watches the loss of a fit and lowers the rate where it stalls: what <see cref="PerformanceSchedule"/> knows while it runs.
/// </summary>
internal sealed class PlateauWatch(PerformanceSchedule schedule, double rate)
{
    private double _best = double.PositiveInfinity;
    private int _stalled;
    private int _cooling;
    private int _reductions;

    /// <summary>The present rate.</summary>
    public double Rate => Math.Max(schedule.Minimum, rate * Math.Pow(schedule.Factor, _reductions));

    /// <summary>Takes the loss of an epoch.</summary>
    public void EndEpoch(double loss)
    {
        // The best is infinite at first, where a share of it would be no number.
        bool isBetter = double.IsPositiveInfinity(_best) ? loss < _best : loss < _best - (schedule.Threshold * Math.Abs(_best));
        _best = isBetter ? loss : _best;
        _stalled = isBetter ? 0 : _stalled + 1;
        if (_cooling > 0)
        {
            _cooling--;
            _stalled = 0;
        }

        if (_stalled > schedule.Patience)
        {
            _reductions++;
            _cooling = schedule.Cooldown;
            _stalled = 0;
        }
    }

    /// <summary>All that is known, as text without semicolons.</summary>
    public string State => Invariant($"{_best:R} {_stalled} {_cooling} {_reductions}");

    /// <summary>Takes over what <see cref="State"/> was.</summary>
    /// <returns>Whether the text could be read; otherwise nothing has changed.</returns>
    public bool TryRestore(string state)
    {
        string[] numbers = state.Split(' ');
        if (numbers.Length != 4
            || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double best) || double.IsNaN(best)
            || !TryCount(numbers[1], out int stalled) || !TryCount(numbers[2], out int cooling) || !TryCount(numbers[3], out int reductions))
        {
            return false;
        }

        (_best, _stalled, _cooling, _reductions) = (best, stalled, cooling, reductions);
        return true;
    }

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
