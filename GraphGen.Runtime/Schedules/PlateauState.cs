using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>All that changes in a <see cref="PlateauWatch"/>.</summary>
/// <param name="Best">The best loss so far; infinite before the first.</param>
/// <param name="Stalled">Epochs since then that count.</param>
/// <param name="Cooling">Epochs that are still not to count.</param>
/// <param name="Reductions">How often the rate was reduced.</param>
internal readonly record struct PlateauState(double Best, int Stalled, int Cooling, int Reductions)
{
    /// <summary>Before the first epoch.</summary>
    public static PlateauState Initial => new(double.PositiveInfinity, 0, 0, 0);

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
