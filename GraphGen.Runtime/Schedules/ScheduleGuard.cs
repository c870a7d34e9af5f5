using static System.FormattableString;

namespace GraphGen;

/// <summary>The checks of a schedule's numbers: each returns what it was given, or says what it may be.</summary>
internal static class ScheduleGuard
{
    public static int AtLeastOne(int value, string argument) => value >= 1
        ? value
        : throw OutOfRange(value, argument, "at least 1");

    public static int NotNegative(int value, string argument) => value >= 0
        ? value
        : throw OutOfRange(value, argument, "at least 0");

    /// <summary>A learning rate: a float in the end.</summary>
    public static double Rate(double value, string argument) => value >= 0 && value <= float.MaxValue
        ? value
        : throw OutOfRange(value, argument, "a finite number from 0 on, such as 0.01");

    /// <summary>A rate that may not lie above another.</summary>
    public static double Minimum(double value, double maximum, string argument) => value >= 0 && value <= maximum
        ? value
        : throw OutOfRange(value, argument, Invariant($"in [0, {maximum}], so that the rate never rises to it"));

    public static double Positive(double value, string argument) => value > 0 && double.IsFinite(value)
        ? value
        : throw OutOfRange(value, argument, "finite and above 0");

    public static double Divisor(double value, string argument) => value >= 1 && double.IsFinite(value)
        ? value
        : throw OutOfRange(value, argument, "finite and at least 1");

    /// <summary>A share, within bounds that the caller has checked and describes.</summary>
    public static double Share(double value, bool isInRange, string range, string argument) => isInRange
        ? value
        : throw OutOfRange(value, argument, $"in {range}");

    private static ArgumentOutOfRangeException OutOfRange(IFormattable value, string argument, string range) =>
        new(argument, Invariant($"{argument} is {value}: it must be {range}."));
}
