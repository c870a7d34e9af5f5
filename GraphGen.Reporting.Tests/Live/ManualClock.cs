namespace GraphGen.Reporting.Tests.Live;

/// <summary>A clock that goes on when it is told to.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero) + _passed;

    public void Advance(TimeSpan time) => _passed += time;
}
