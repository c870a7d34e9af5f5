using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Boltzmann;

public class MachineStackTests
{
    private static readonly Dataset Data = new(RandomData.Floats(80 * 20, seed: 2), 20, [.. Enumerable.Range(0, 80).Select(row => row % 3)]);

    [Fact]
    public void Machines_learn_one_on_the_probabilities_of_the_other_and_begin_a_classifier()
    {
        FirstMachine first = new(seed: 1);
        SecondMachine second = new(seed: 2);
        var classifier = new StackedClassifier(seed: 3);

        GreedyPretraining stack = GreedyPretraining.Fit(Data, new FitOptions { Epochs = 3, BatchSize = 16, LearningRate = 0.05f }, first, second);

        stack.CopyTo(classifier).Select(pair => $"{pair.From} -> {pair.To}").ShouldBe(
            ["FirstMachine.hidden.weight -> dense1.weight", "FirstMachine.hidden.bias -> dense1.bias", "SecondMachine.hidden.weight -> dense2.weight", "SecondMachine.hidden.bias -> dense2.bias"]);
        float[] codes = new float[80 * 9], deeper = new float[80 * 5];
        first.Encode(Data.Inputs, codes);
        second.Encode(codes, deeper);
        stack.Encode(Data).Inputs.ToArray().ShouldBe(deeper);
        codes.ShouldAllBe(code => code > 0 && code < 1);
    }

    [Fact]
    public void A_fit_that_is_saved_and_resumed_learns_the_same_bits()
    {
        using var folder = new Data.TemporaryFolder();
        string path = folder.PathOf("machine.safetensors");
        FirstMachine whole = new(seed: 1), half = new(seed: 1), rest = new(seed: 5);
        var options = new FitOptions { Epochs = 2, BatchSize = 16, LearningRate = 0.05f };
        whole.Fit(Data, options);
        whole.Fit(Data, options);

        half.Fit(Data, options);
        half.Save(path, trainingState: true);
        rest.Load(path, trainingState: true);
        rest.Fit(Data, options);

        rest.Parameters.Values().HasBitsOf(whole.Parameters.Values()).ShouldBeTrue();
    }
}
