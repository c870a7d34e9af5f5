using GraphGen.Reporting.Live;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>When a picture is drawn anew.</summary>
public sealed class FrameClockTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(0.0002, 0.1)]
    [InlineData(0.001, 0.1)]
    [InlineData(0.02, 2)]
    [InlineData(0.4, 40)]
    public void Drawing_takes_at_most_a_hundredth_of_the_time(double cost, double pause)
    {
        var frames = new FrameClock(_clock);

        Draw(frames, cost);
        Draw(frames, cost);

        ShouldBeDueAfter(frames, pause);
    }

    [Fact]
    public void A_single_slow_picture_does_not_put_off_the_next()
    {
        var frames = new FrameClock(_clock);

        Draw(frames, 0.3);
        ShouldBeDueAfter(frames, 0.1);
        Draw(frames, 0.001);
        Draw(frames, 0.3);
        ShouldBeDueAfter(frames, 0.1);
    }

    private void Draw(FrameClock frames, double cost)
    {
        frames.Begin();
        _clock.Advance(TimeSpan.FromSeconds(cost));
        frames.End();
    }

    private void ShouldBeDueAfter(FrameClock frames, double pause)
    {
        var instant = TimeSpan.FromTicks(1);
        _clock.Advance(TimeSpan.FromSeconds(pause) - instant);
        frames.IsDue.ShouldBeFalse();
        _clock.Advance(instant);
        frames.IsDue.ShouldBeTrue();
    }
}
