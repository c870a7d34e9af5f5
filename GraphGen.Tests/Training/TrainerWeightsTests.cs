using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainerWeightsTests
{
    private static readonly Dataset Three = new([0, 1, 2], 1, [0, 1, 1]);

    private static readonly FitOptions Options = new() { ClassWeights = [1, 4] };

    [Fact]
    public void A_fit_sees_the_rows_with_the_weights_of_their_classes()
    {
        TinyNetwork network = Binary(hasRowWeights: true);

        Trainer.Fit(network, Three.WithWeights([2, 0.5f, 1]), Options);

        network.Data.Single().Weights.ToArray().ShouldBe([2, 2, 4]);
    }

    [Fact]
    public void A_network_that_reads_weights_takes_data_without()
    {
        TinyNetwork network = Binary(hasRowWeights: true);

        Trainer.Fit(network, Three, new FitOptions { Validation = Three });

        network.Data.Single().ShouldBeSameAs(Three);
    }

    [Fact]
    public void Weights_that_the_network_would_pass_over_are_refused_before_the_first_step()
    {
        TinyNetwork network = Binary(hasRowWeights: false);
        Dataset weighted = Three.WithWeights([1, 2, 3]);

        ArgumentException[] exceptions =
        [
            Should.Throw<ArgumentException>(() => Trainer.Fit(network, Three, Options)),
            Should.Throw<ArgumentException>(() => Trainer.Fit(network, weighted, new FitOptions())),
            Should.Throw<ArgumentException>(() => Trainer.Fit(network, Three, new FitOptions { Validation = weighted })),
            Should.Throw<ArgumentException>(() => Trainer.EvaluateBinary(network, weighted)),
        ];

        exceptions.Select(exception => exception.ParamName).ShouldBe(["ClassWeights", "train", "Validation", "data"]);
        exceptions.ShouldAllBe(exception => exception.Message.Contains("declare [SampleWeights]"));
        network.Memory.Step.ShouldBe(0u);
    }

    [Fact]
    public void There_is_one_weight_for_each_class_and_there_are_classes()
    {
        Should.Throw<ArgumentException>(() => Trainer.Fit(Binary(hasRowWeights: true), Three, new FitOptions { ClassWeights = [1, 2, 3] }))
            .Message.ShouldContain("3 class weights for 2 classes");
        Should.Throw<ArgumentException>(() => Trainer.Fit(new TinyNetwork(hasRowWeights: true), LineData.Seven, Options))
            .Message.ShouldContain("targets instead of classes");
    }

    [Fact]
    public void Class_weights_are_checked_and_copied()
    {
        float[] weights = [1, 2];
        var options = new FitOptions { ClassWeights = weights };
        weights[0] = 5;

        options.ClassWeights.ShouldBe([1, 2]);
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { ClassWeights = [1, -1] }).Message.ShouldContain("weight of class 1 is -1");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { ClassWeights = [0, 0] }).ParamName.ShouldBe("ClassWeights");
    }

    private static TinyNetwork Binary(bool hasRowWeights) => new(hasRowWeights: hasRowWeights, loss: LossFunction.BinaryCrossEntropy);
}
