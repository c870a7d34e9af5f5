using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training.Callbacks;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>Other threads that save, load or make a predictor during a fit wait while the network is not its own.</summary>
public sealed class ConcurrentFitTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nobody_copies_a_network_while_its_averages_are_validated()
    {
        bool? wereSwapped = null;
        Thread? other = null;
        var network = new TinyNetwork(hasAverages: true)
        {
            EvaluationLoss = (tiny, loss) =>
            {
                other = new Thread(() => wereSwapped = Copied(tiny, () => tiny.Memory.AveragesAreSwapped));
                other.Start();
                other.Join(Moment).ShouldBeFalse();

                // A generated network claims each of its evaluations: the one who waits must not keep them from it.
                using (tiny.Memory.Begin())
                {
                    tiny.Memory.AveragesAreSwapped.ShouldBeTrue();
                }

                return loss;
            },
        };

        Trainer.Fit(network, LineData.Seven, new FitOptions { BatchSize = 2, Validation = LineData.Seven });

        other!.Join();
        wereSwapped.ShouldBe(false);
    }

    [Fact]
    public void Nobody_copies_a_network_that_has_half_a_checkpoint()
    {
        string path = _folder.PathOf("progress.safetensors");
        var options = new FitOptions { Epochs = 3 };
        Trainer.Fit(new ObservedNetwork(), LineData.Seven, options with { Callbacks = [new Checkpoint(path)] });
        uint? steps = null;
        Thread? other = null;
        ObservedNetwork network = new();
        network.Changed = () =>
        {
            network.Changed = () => { };
            other = new Thread(() => steps = Copied(network, () => network.Memory.Step));
            other.Start();
            other.Join(Moment).ShouldBeFalse();
        };

        Trainer.Fit(network, LineData.Seven, options, path);

        other!.Join();
        steps.ShouldBe(3u);
    }

    private static T Copied<T>(INetwork network, Func<T> read)
    {
        using NetworkMemory.Claim claim = network.Memory.BeginCopy();
        return read();
    }
}
