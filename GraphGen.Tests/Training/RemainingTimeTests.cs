using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training;

/// <summary>What progress says of the time left.</summary>
public sealed class RemainingTimeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_resumed_fit_goes_by_its_own_steps()
    {
        string path = _folder.PathOf("progress.safetensors");
        FitOptions options = Options with { Epochs = 20 };
        Trainer.Fit(Network(), LineData.Seven, options with { Callbacks = [When.Told("epoch end 10", run => run.Save(path))] });
        var reports = new Reports();

        Trainer.Fit(Network(), LineData.Seven, options with { Progress = reports }, path);

        // One epoch of ten is made, and nine like it are left.
        TrainingProgress first = reports.Seen.First(report => report.Record is not null);
        first.Epoch.ShouldBe(11);
        first.Remaining!.Value.TotalSeconds.ShouldBe(9 * first.Elapsed.TotalSeconds, tolerance: 1e-6);
    }

    [Fact]
    public void More_than_can_be_told_is_left_open()
    {
        // Two hundred million million steps, of which one has taken a hundredth of a second.
        var data = new Dataset(new float[100_000], 1, new int[100_000]);
        var network = new FakeNetwork
        {
            StepLoss = _ =>
            {
                Thread.Sleep(10);
                return 1;
            },
        };
        var reports = new Reports();

        Trainer.Fit(
            network,
            data,
            new FitOptions { Epochs = int.MaxValue, BatchSize = 1, Progress = reports, Callbacks = [When.Told("batch end 1.1", run => run.Stop("seen enough"))] });

        reports.Seen.ShouldHaveSingleItem().Remaining.ShouldBeNull();
    }

    private sealed class Reports : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Seen { get; } = [];

        public void Report(TrainingProgress value) => Seen.Add(value);
    }
}
