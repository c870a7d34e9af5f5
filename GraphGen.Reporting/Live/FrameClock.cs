namespace GraphGen.Reporting.Live;

/// <summary>
/// Says when to draw again: ten times a second, and less often where drawing takes long, so that it takes no more than a hundredth of the time. A single slow
/// picture, such as one that had to be compiled first, does not count: two in a row do.
/// </summary>
internal sealed class FrameClock(TimeProvider clock)
{
    private const double LeastSeconds = 0.1, TimesCost = 100;

    private TimeSpan _lastCost;
    private long _begun;
    private long _next = clock.GetTimestamp() + (long)(clock.TimestampFrequency * LeastSeconds);

    /// <summary>Whether it is time. Allocates nothing.</summary>
    public bool IsDue => clock.GetTimestamp() >= _next;

    /// <summary>Drawing begins.</summary>
    public void Begin() => _begun = clock.GetTimestamp();

    /// <summary>Drawing has ended.</summary>
    public void End()
    {
        long now = clock.GetTimestamp();
        TimeSpan cost = clock.GetElapsedTime(_begun, now);
        double seconds = TimesCost * Math.Min(cost.TotalSeconds, _lastCost.TotalSeconds);
        _lastCost = cost;
        _next = now + (long)(clock.TimestampFrequency * Math.Max(seconds, LeastSeconds));
    }
}
