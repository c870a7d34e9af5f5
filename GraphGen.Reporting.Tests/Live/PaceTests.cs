using GraphGen.Reporting.Live;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>The remaining time.</summary>
public sealed class PaceTests
{
    private readonly ManualClock _clock = new();
    private Pace? _pace;

    [Fact]
    public void It_goes_by_the_steps_so_far()
    {
        var remaining = new List<double?>();
        var watch = new LambdaCallback
        {
            EpochBegin = run => _pace ??= new Pace(run, _clock),
            BatchEnd = run =>
            {
                _clock.Advance(TimeSpan.FromSeconds(2));
                remaining.Add(_pace!.Remaining?.TotalSeconds);
            },
        };

        Fits.Run(Fits.Options(2, watch));

        remaining.ShouldBe([14, 12, 10, 8, 6, 4, 2, 0]);
    }

    [Fact]
    public void What_a_resumed_fit_did_before_took_no_time_now()
    {
        TimeSpan? atStart = TimeSpan.Zero, later = null;
        var watch = new LambdaCallback
        {
            // As if the fit had been resumed here: five of eight steps are done, and nobody knows how long they took.
            BatchEnd = run =>
            {
                if (run.Step == 5)
                {
                    _clock.Advance(TimeSpan.FromHours(1));
                    _pace = new Pace(run, _clock);
                    atStart = _pace.Remaining;
                }
                else if (run.Step == 6)
                {
                    _clock.Advance(TimeSpan.FromSeconds(3));
                    later = _pace!.Remaining;
                }
            },
        };

        Fits.Run(Fits.Options(2, watch));

        atStart.ShouldBeNull();
        later.ShouldBe(TimeSpan.FromSeconds(6));
    }
}
