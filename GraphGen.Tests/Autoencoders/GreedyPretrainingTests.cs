using GraphGen.Execution;
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
        TransferReport report = stack.CopyTo(classifier);

        report.CopiedParameters.ShouldBe(["dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias"]);
        report.Skipped.Concat(report.Notes).ShouldBeEmpty();
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
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options, first, null!)).ParamName.ShouldBe("stages");
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options with { Callbacks = [new Checkpoint("fit.safetensors")] }, first, new SecondCoder())).Message
            .ShouldContain("would write over the same file for each of 2 networks");
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(Data, Options with { Callbacks = [new CsvLog("fit.csv")] }, first, new SecondCoder()));
        var resting = new SecondCoder();
        resting.SetTrainable(".*", false);
        Should.Throw<InvalidOperationException>(() => GreedyPretraining.Fit(Data, Options, first, resting));

        first.Parameters.Values().ShouldBe(before);
    }

    [Fact]
    public void A_network_of_other_layers_is_refused_before_anything_is_copied()
    {
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, new FirstCoder(), new SecondCoder());
        var wrong = new WrongClassifier();
        float[] before = wrong.Parameters.Values();

        Should.Throw<ArgumentException>(() => stack.CopyTo(wrong)).Message.ShouldBe(
            "WrongClassifier cannot begin with the encoders of FirstCoder, SecondCoder, which are the source: dense2: weight has the shape [9, 5] in the source, but [9, 6] is needed; "
            + "bias has the shape [5] in the source, but [6] is needed: declare the first layers of WrongClassifier as those that were pretrained. (Parameter 'target')");
        Should.Throw<ArgumentException>(() => stack.CopyTo(new HeadAlone())).Message.ShouldContain("HeadAlone has no layer left for Dense 'dense1' of SecondCoder");

        wrong.Parameters.Values().ShouldBe(before);
    }

    [Fact]
    public void What_computes_something_else_than_its_encoder_is_noted_and_averages_are_not_lost()
    {
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, new FirstCoder());
        var classifier = new AveragedClassifier();

        stack.CopyTo(classifier).Notes.ShouldBe(["dense1: it is Dense(9, Tanh) in the source, but Dense(9, Relu) in the network."]);

        classifier.Fit(Data, new FitOptions { Epochs = 1 });
        classifier.SwapAverages();
        Should.Throw<InvalidOperationException>(() => stack.CopyTo(classifier)).Message.ShouldContain("SwapAverages");
    }

    [Fact]
    public void A_copy_waits_for_the_end_of_the_steps_of_both()
    {
        var first = new FirstCoder(seed: 1);
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, first);
        var classifier = new AveragedClassifier(seed: 5);
        foreach (INetwork busy in (INetwork[])[first, classifier])
        {
            float[] before = classifier.Parameters.Values();
            Thread other;
            using (busy.Memory.Begin())
            {
                other = new Thread(() => stack.CopyTo(classifier));
                other.Start();
                other.Join(TimeSpan.FromMilliseconds(30)).ShouldBeFalse();
                classifier.Parameters.Values().ShouldBe(before);
            }

            other.Join();
            classifier.Dense1.Weight.CopyFrom(new float[20 * 9]);
        }
    }

    [Fact]
    public void Features_of_frozen_layers_are_no_rows_to_be_encoded()
    {
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, new FirstCoder());
        Dataset features = new Reuse.NormalizedInputs(seed: 3).CacheFrozen(Data);

        Should.Throw<ArgumentException>(() => stack.Encode(features)).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => GreedyPretraining.Fit(features, Options, new FirstCoder()));
        Should.Throw<ArgumentException>(() => stack.Encode(new Dataset(new float[19], 19))).ParamName.ShouldBe("data");
    }

    [Fact]
    public void Codes_of_rows_without_labels_are_rows_without_labels()
    {
        GreedyPretraining stack = GreedyPretraining.Fit(Data, Options with { Epochs = 1 }, new FirstCoder());

        Dataset codes = stack.Encode(new Dataset(Data.Inputs.ToArray(), 20));

        codes.IsUnlabelled.ShouldBeTrue();
        codes.Targets.SequenceEqual(codes.Inputs).ShouldBeTrue();
        new SecondCoder().Fit(codes).Epochs.Count.ShouldBe(1);
    }

    private static float[] Values(Layer layer) => [.. layer.Parameters.SelectMany(Values)];

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
