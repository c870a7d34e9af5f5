using static System.FormattableString;

namespace GraphGen.Reporting.Live;

/// <summary>Figures as short text, the same in every culture.</summary>
internal static class TerminalText
{
    /// <summary>A loss or a metric: four decimals, or an exponent where those would show too little or too much.</summary>
    public static string Number(double value) => value == 0 || Math.Abs(value) is >= 1e-3 and < 1e4 || !double.IsFinite(value)
        ? Invariant($"{value:F4}")
        : Invariant($"{value:0.00e+0}");

    /// <summary>A share of one in percent.</summary>
    public static string Percent(double share) => Invariant($"{100 * share:F2}%");

    /// <summary>A learning rate.</summary>
    public static string Rate(double rate) => Invariant($"{rate:G3}");

    /// <summary>Rows per second.</summary>
    public static string Throughput(double rowsPerSecond) => Invariant($"{rowsPerSecond:N0} rows/s");

    /// <summary>Seconds of an epoch.</summary>
    public static string Seconds(double seconds) => seconds < 100 ? Invariant($"{seconds:F2}") : Invariant($"{seconds:F0}");
}
