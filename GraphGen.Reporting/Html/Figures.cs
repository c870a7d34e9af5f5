using System.Globalization;
using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>Figures as a reader wants them, the same in every culture.</summary>
internal static class Figures
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "\u2013";

    /// <summary>Four significant digits: <c>0.07125</c>, <c>1.2e-5</c>.</summary>
    public static string Number(double value) => value switch
    {
        0 => "0",
        double.NaN => None,
        double.PositiveInfinity => "\u221E",
        double.NegativeInfinity => "\u2212\u221E",
        _ when Math.Abs(value) is < 1e-3 or >= 1e6 => Signed(value.ToString("0.###e0", CultureInfo.InvariantCulture)),
        _ when Math.Abs(value) >= 1e4 => Signed(value.ToString("N0", CultureInfo.InvariantCulture)),
        _ => Signed(value.ToString("G4", CultureInfo.InvariantCulture)),
    };

    /// <summary>A share as a percentage: <c>97.80%</c>.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? Invariant($"{100 * share:0.00}%") : None;

    /// <summary>A share that is a round number: <c>97.5%</c>.</summary>
    public static string RoundPercent(double share) => Invariant($"{100 * share:0.####}%");

    /// <summary>A whole number: <c>60,000</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One thing or many of it: <c>1 epoch</c>, <c>60,000 rows</c>.</summary>
    public static string Count(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? "" : "s")}";

    /// <summary>A large number of something, short: <c>470.4 kFLOP</c>, <c>2.1 MB</c>.</summary>
    public static string Short(double value, string unit) => value switch
    {
        >= 1e9 => Invariant($"{value / 1e9:0.#} G{unit}"),
        >= 1e6 => Invariant($"{value / 1e6:0.#} M{unit}"),
        >= 1e4 => Invariant($"{value / 1e3:0.#} k{unit}"),
        _ => Invariant($"{value:N0} {unit}"),
    };

    // A hyphen is too short to be seen as a sign.
    private static string Signed(string digits) => digits[0] == '-' ? string.Concat("\u2212", digits.AsSpan(1)) : digits;
}
