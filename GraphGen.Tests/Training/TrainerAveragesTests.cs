using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

/// <summary>Where a network averages its parameters, a fit validates and ends with the averages, and trains without them.</summary>
public sealed class TrainerAveragesTests
{
    private static readonly FitOptions Options = new() { Epochs = 3, BatchSize = 2, LearningRate = 0.1f, Validation = LineData.Seven };

    [Fact]
    public void Validation_sees_the_averages_and_the_fit_ends_with_them()
    {
        List<(float A, float B)> validated = [], kept = [];
        var network = new TinyNetwork(hasAverages: true)
        {
            EvaluationLoss = (tiny, loss) =>
            {
                validated.Add((tiny.A, tiny.B));
                tiny.Memory.Derived.At(0).ShouldBe(tiny.A * tiny.B);
                return loss;
            },
        };

        Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new LambdaCallback { EpochEnd = (_, _) => kept.Add((network.A, network.B)) }] });

        for (int epoch = 1; epoch <= 3; epoch++)
        {
            TinyNetwork expected = LineData.After(4 * epoch, Options, _ => 0.1f, new TinyNetwork(hasAverages: true));
            validated[epoch - 1].ShouldBe((expected.Memory.Averages.At(0), expected.Memory.Averages.At(16)));
            kept[epoch - 1].ShouldBe((expected.A, expected.B));
        }

        (network.A, network.B).ShouldBe(validated[^1]);
        network.Memory.Derived.At(0).ShouldBe(network.A * network.B);
    }

    [Fact]
    public void The_best_epochs_averages_are_restored()
    {
        double[] losses = [3, 1, 2];
        List<(float A, float B)> validated = [];
        var network = new TinyNetwork(hasAverages: true)
        {
            EvaluationLoss = (tiny, _) =>
            {
                validated.Add((tiny.A, tiny.B));
                return losses[validated.Count - 1];
            },
        };

        Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new EarlyStopping()] }).BestEpoch.ShouldBe(2);

        (network.A, network.B).ShouldBe(validated[1]);
    }
}
