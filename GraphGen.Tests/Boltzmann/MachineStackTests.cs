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

        TransferReport report = stack.CopyTo(classifier);

        report.CopiedParameters.ShouldBe(["dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias"]);
        report.Notes.ShouldBeEmpty();
        Values(classifier.Dense1.Weight).ShouldBe(Values(first.Hidden.Weight));
        Values(classifier.Dense2.Bias!).ShouldBe(Values(second.Hidden.Bias!));
        float[] codes = new float[80 * 9], deeper = new float[80 * 5];
        first.Encode(Data.Inputs, codes);
        second.Encode(codes, deeper);
        stack.Encode(Data).Inputs.ToArray().ShouldBe(deeper);
        codes.ShouldAllBe(code => code > 0 && code < 1);
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    [Fact]
    public void A_training_that_is_saved_and_loaded_goes_on_with_the_same_bits() =>
        GoesOn(seed => new FirstMachine(seed), (machine, path) => machine.Save(path, trainingState: true), (machine, path) => machine.Load(path, trainingState: true));

    [Fact]
    public void Persistent_chains_are_saved_and_loaded_with_it() =>
        GoesOn(seed => new PersistentFirstMachine(seed), (machine, path) => machine.Save(path, trainingState: true), (machine, path) => machine.Load(path, trainingState: true));

    private static void GoesOn<TMachine>(Func<ulong, TMachine> construct, Action<TMachine, string> save, Action<TMachine, string> load)
        where TMachine : IBoltzmannMachine
    {
        using var folder = new Data.TemporaryFolder();
        string path = folder.PathOf("machine.safetensors");
        TMachine whole = construct(1), half = construct(1), rest = construct(5);
        var options = new FitOptions { Epochs = 2, BatchSize = 16, LearningRate = 0.05f };
        whole.Fit(Data, options);
        whole.Fit(Data, options);

        half.Fit(Data, options);
        save(half, path);
        load(rest, path);
        rest.Fit(Data, options);

        rest.Parameters.Values().HasBitsOf(whole.Parameters.Values()).ShouldBeTrue();
    }
}
