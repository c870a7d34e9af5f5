using static System.FormattableString;

namespace GraphGen.Reporting;

/// <summary>Lengths of time as a reader wants them, the same in every culture.</summary>
internal static class DurationText
{
    /// <summary>A length of time in its two largest units: <c>40 ms</c>, <c>3.4 s</c>, <c>2 min 5 s</c>, <c>1 h 3 min</c>, <c>2 d 2 h</c>.</summary>
    /// <param name="duration">The length of time, at least zero.</param>
    public static string Of(TimeSpan duration)
    {
        // Limits lie where the smaller unit would be rounded up to a whole larger one.
        (double seconds, long minutes) = (duration.TotalSeconds, (long)Math.Round(duration.TotalMinutes));
        long wholeSeconds = (long)Math.Round(seconds), hours = (long)Math.Round(duration.TotalHours);
        return duration switch
        {
            _ when seconds < 0.9995 => Invariant($"{1000 * seconds:0} ms"),
            _ when seconds < 59.95 => Invariant($"{seconds:0.#} s"),
            _ when wholeSeconds < 3600 => Invariant($"{wholeSeconds / 60} min {wholeSeconds % 60} s"),
            _ when minutes < 1440 => Invariant($"{minutes / 60} h {minutes % 60} min"),
            _ => Invariant($"{hours / 24} d {hours % 24} h"),
        };
    }
}
