namespace GraphGen.Reporting.Live;

/// <summary>Says when to draw again: ten times a second, and less often where drawing takes long, so that it never takes more than a hundredth of the time.</summary>
internal sealed class FrameClock(TimeProvider clock)
{
    private const double LeastSeconds = 0.1, MostSeconds = 0.5, TimesCost = 100;

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
        double seconds = TimesCost * clock.GetElapsedTime(_begun, now).TotalSeconds;
        _next = now + (long)(clock.TimestampFrequency * Math.Clamp(seconds, LeastSeconds, MostSeconds));
    }
}
