using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class GreedyPretrainingTests
{
    private const int Rows = 80;

    private static readonly FitOptions Options = new() { Epochs = 5, BatchSize = 16, LearningRate = 0.01f };

    private static readonly Dataset Data = new(RandomData.Floats(Rows * 20, seed: 2), 20, [.. Enumerable.Range(0, Rows).Select(row => row % 3)]);

    [Fact]
    public void The_second_network_learns_the_codes_of_the_first_which_stays_as_it_is()
    {
        FirstCoder first = new(seed: 1), alone = new(seed: 1);
        var second = new SecondCoder(seed: 2);
        alone.Fit(Data, Options);

        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options, first, second);

        first.Parameters.Values().ShouldBe(alone.Parameters.Values());
        float[] codes = new float[Rows * FirstCoder.CodeSize];
        alone.Encode(Data.Inputs, codes);
        var afterwards = new SecondCoder(seed: 2);
        afterwards.Fit(new Dataset(codes, FirstCoder.CodeSize), Options);
        second.Parameters.Values().ShouldBe(afterwards.Parameters.Values());
        stack.Histories.Count.ShouldBe(2);
    }

    [Fact]
    public void A_classifier_begins_with_the_stack_and_its_hidden_layers_make_the_codes()
    {
        FirstCoder first = new(seed: 1);
        SecondCoder second = new(seed: 2);
        var classifier = new StackedClassifier(seed: 3);
        float[] head = Values(classifier.Head);

        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Validation = Data[..20] }, [first, second]);
        IReadOnlyList<CopiedParameter> copied = stack.CopyTo(classifier);

        copied.Select(pair => $"{pair.From} -> {pair.To}").ShouldBe(
            ["FirstCoder.dense1.weight -> dense1.weight", "FirstCoder.dense1.bias -> dense1.bias", "SecondCoder.dense1.weight -> dense2.weight", "SecondCoder.dense1.bias -> dense2.bias"]);
        Values(classifier.Dense1).ShouldBe(Values(first.Dense1));
        Values(classifier.Dense2).ShouldBe(Values(second.Dense1));
        Values(classifier.Head).ShouldBe(head);
        Dataset codes = stack.Encode(Data);
        codes.InputSize.ShouldBe(5);
        codes.Labels.ToArray().ShouldBe(Data.Labels.ToArray());

        var headAlone = new HeadAlone(seed: 4);
        headAlone.Dense1.Weight.CopyFrom(Values(classifier.Head.Weight));
        float[] expected = new float[Rows * 3], predictions = new float[Rows * 3];
        headAlone.Predict(codes.Inputs, expected);
        classifier.Predict(Data.Inputs, predictions);
        predictions.ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void Sizes_that_do_not_meet_are_refused_before_anything_is_trained()
    {
        var first = new FirstCoder(seed: 1);
        float[] before = first.Parameters.Values();

        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options, first, new FirstCoder())).Message
            .ShouldContain("FirstCoder takes 20 features, but the codes of FirstCoder make rows of 9");
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options, first, first)).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options)).Message.ShouldContain("no network");

        first.Parameters.Values().ShouldBe(before);
    }

    [Fact]
    public void A_network_of_other_layers_is_refused_before_anything_is_copied()
    {
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, new FirstCoder(), new SecondCoder());
        var wrong = new WrongClassifier();
        float[] before = wrong.Parameters.Values();

        Should.Throw<ArgumentException>(() => stack.CopyTo(wrong)).Message.ShouldContain("Dense 'dense2' with weight [9, 6], bias [6] of WrongClassifier is not like Dense 'dense1' with weight [9, 5], bias [5] of SecondCoder");

        wrong.Parameters.Values().ShouldBe(before);
    }

    private static float[] Values(Layer layer) => [.. layer.Parameters.SelectMany(Values)];

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
