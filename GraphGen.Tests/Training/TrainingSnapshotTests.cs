using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainingSnapshotTests
{
    private static readonly Dataset Points = new(RandomData.Floats(30 * 4, seed: 1), 4, RandomData.Labels(30, 3, seed: 2));

    [Fact]
    public void Gradients_that_wait_are_kept_where_none_waited_before()
    {
        INetwork network = new Patient(seed: 1);
        var snapshot = new TrainingSnapshot(network);
        Step(network, 0);
        snapshot.Take();
        Step(network, 1);
        Step(network, 2);
        float[] expected = [.. network.Memory.Parameters.Span];

        snapshot.Restore();
        Step(network, 1);
        Step(network, 2);

        network.Memory.Step.ShouldBe(1u);
        network.Memory.Parameters.Span.SequenceEqual(expected).ShouldBeTrue();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Repeated_steps_match_whatever_was_evaluated_in_between(int steps)
    {
        INetwork network = new Patient(seed: 1);
        var start = new TrainingSnapshot(network);
        Steps();
        var end = new TrainingSnapshot(network);
        Trainer.EvaluateClassification(network, Points);
        end.Matches().ShouldBeTrue();

        start.Restore();
        start.Matches().ShouldBeTrue();
        end.Matches().ShouldBeFalse();
        Steps();

        end.Matches().ShouldBeTrue();

        void Steps()
        {
            for (int step = 0; step < steps; step++)
            {
                Step(network, step);
            }
        }
    }

    [Fact]
    public void Every_kind_of_change_is_told()
    {
        var network = new TinyNetwork(hasAverages: true);
        Action<NetworkMemory>[] changes =
        [
            memory => memory.Parameters.At(31) = float.NaN,
            memory => memory.Slot1.At(16) += 1,
            memory => memory.Averages.At(0) = -0f,
            memory => memory.Step++,
            memory => memory.MomentumProduct /= 2,
            memory => memory.Seed++,
            memory => memory.HasGradients = true,
        ];
        foreach (Action<NetworkMemory> change in changes)
        {
            var snapshot = new TrainingSnapshot(network);
            change(network.Memory);
            snapshot.Matches().ShouldBeFalse();
            new TrainingSnapshot(network).Matches().ShouldBeTrue();
        }
    }

    private static void Step(INetwork network, int step) => network.TrainStep(Points, [step, step + 7, (step * 5) % 30], 0.05f);
}
