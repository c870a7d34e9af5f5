using System.Globalization;

namespace GraphGen.Benchmarks.Reporting;

/// <summary>Numbers as the tables show them, the same in every culture.</summary>
internal static class Figures
{
    /// <summary>With so many digits behind the point.</summary>
    public static string Fixed(double value, int digits) => value.ToString("F" + Whole(digits), CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) => Fixed(100 * share, 1) + " %";

    /// <summary>A time in microseconds, with more digits where there are few.</summary>
    public static string Microseconds(double seconds) => Fixed(seconds * 1e6, seconds < 1e-7 ? 3 : seconds < 1e-5 ? 2 : 1);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
