using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class SparsityTests
{
    private const int Rows = 200;

    private static readonly Dataset Data = new(RandomData.Floats(Rows * 30, seed: 6), 30);

    private static readonly FitOptions Options = new() { Epochs = 80, BatchSize = 100, LearningRate = 0.02f };

    [Fact]
    public void Sigmoid_units_come_near_the_activation_that_they_should_have()
    {
        var sparse = new SparseCoder(seed: 1);
        var dense = new DenseCoder(seed: 1);
        sparse.Fit(Data, Options);
        dense.Fit(Data, Options);

        MeanActivation(sparse).ShouldBe(0.05f, 0.03f);
        MeanActivation(dense).ShouldBeGreaterThan(0.3f);
    }

    [Fact]
    public void A_penalty_on_activations_makes_more_of_them_zero()
    {
        var silent = new SilentCoder(seed: 1);
        float before = Codes(silent).Count(code => code == 0) / (Rows * 20f);

        silent.Fit(Data, Options);

        (Codes(silent).Count(code => code == 0) / (Rows * 20f)).ShouldBeGreaterThan(before + 0.2f);
    }

    [Fact]
    public void The_loss_of_a_step_has_the_penalty_and_that_of_an_evaluation_has_not()
    {
        var network = new SparseCoder(seed: 1);
        double evaluated = network.Evaluate(Data).Loss;
        float[] means = [.. Enumerable.Range(0, 20).Select(unit => Enumerable.Range(0, Rows).Average(row => Codes(network)[(row * 20) + unit]))];
        double penalty = means.Sum(mean => (0.05 * Math.Log(0.05 / mean)) + (0.95 * Math.Log(0.95 / (1 - mean))));

        ((double)network.TrainStep(Data.Inputs, learningRate: 0)).ShouldBe(evaluated + penalty, 1e-4 * penalty);
    }

    private static float MeanActivation(IEncoder network) => Codes(network).Average();

    private static float[] Codes(IEncoder network)
    {
        float[] codes = new float[Rows * network.CodeSize];
        network.Encode(Data.Inputs, codes);
        return codes;
    }
}
