using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>How a figure of a fit has gone, as far as a rate that goes down where it stalls depends on it.</summary>
/// <param name="Best">The best loss so far; infinite before the first.</param>
/// <param name="Stalled">Epochs since then that count.</param>
/// <param name="Cooling">Epochs that are still not to count.</param>
/// <param name="Reductions">How often the rate was reduced.</param>
internal readonly record struct PlateauState(double Best, int Stalled, int Cooling, int Reductions)
{
    /// <summary>Before the first epoch.</summary>
    public static PlateauState Initial => new(double.PositiveInfinity, 0, 0, 0);

    /// <summary>The state after another epoch.</summary>
    /// <param name="loss">Its loss, or another figure that is better the lower it is.</param>
    /// <param name="threshold">By which share of the best one a better one is below it.</param>
    /// <param name="patience">Epochs without a better one that are let pass.</param>
    /// <param name="cooldown">Epochs after a reduction that do not count.</param>
    public PlateauState After(double loss, double threshold, int patience, int cooldown)
    {
        (double best, int stalled, int cooling, int reductions) = this;

        // The best is infinite at first, where a share of it would be no number.
        bool isBetter = double.IsPositiveInfinity(best) ? loss < best : loss < best - (threshold * Math.Abs(best));
        best = isBetter ? loss : best;
        stalled = isBetter ? 0 : stalled + 1;
        if (cooling > 0)
        {
            cooling--;
            stalled = 0;
        }

        if (stalled > patience)
        {
            reductions++;
            cooling = cooldown;
            stalled = 0;
        }

        return new PlateauState(best, stalled, cooling, reductions);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Whether the text is such a state.</returns>
    public static bool TryParse(string text, out PlateauState state)
    {
        state = Initial;
        string[] numbers = text.Split(' ');
        if (numbers.Length != 4
            || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double best) || double.IsNaN(best)
            || !TryCount(numbers[1], out int stalled) || !TryCount(numbers[2], out int cooling) || !TryCount(numbers[3], out int reductions))
        {
            return false;
        }

        state = new PlateauState(best, stalled, cooling, reductions);
        return true;
    }

    /// <summary>The numbers as text without semicolons, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Best:R} {Stalled} {Cooling} {Reductions}");

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
