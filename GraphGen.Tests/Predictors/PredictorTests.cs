using System.Numerics.Tensors;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Predictors;

public class PredictorTests
{
    public static TheoryData<string> Names => new(Subject.All.Select(subject => subject.Name));

    /// <summary>One row, ragged tiles of rows, whole ones, and more rows than are worked on at a time.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_predictor_predicts_what_its_network_predicts(string name)
    {
        Subject subject = Named(name);
        Predictor predictor = subject.CreatePredictor();
        foreach (int rows in new[] { 1, 2, 7, 8, 31, 32, 33, 64, 65, 100 })
        {
            ShouldAgree(Rows.Outputs(predictor, rows), Rows.Outputs(predictor, subject.Predict, rows), $"{name}, {rows} rows");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_one_by_one_give_what_they_give_together(string name)
    {
        Predictor predictor = Named(name).CreatePredictor();
        float[] inputs = Rows.Inputs(predictor, 40), together = Rows.Outputs(predictor, 40), alone = new float[together.Length];
        for (int row = 0; row < 40; row++)
        {
            predictor.Predict(inputs.AsSpan(row * predictor.InputSize, predictor.InputSize), alone.AsSpan(row * predictor.OutputSize, predictor.OutputSize));
        }

        ShouldAgree(alone, together, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_goes_on_without_the_predictor(string name)
    {
        Subject subject = Named(name);
        Predictor predictor = subject.CreatePredictor();
        float[] one = Rows.Outputs(predictor, 1), many = Rows.Outputs(predictor, 40), ofNetwork = Rows.Outputs(predictor, subject.Predict, 40);

        subject.Train(steps: 5);

        Rows.Outputs(predictor, 1).HasBitsOf(one).ShouldBeTrue();
        Rows.Outputs(predictor, 40).HasBitsOf(many).ShouldBeTrue();
        Rows.Outputs(predictor, subject.Predict, 40).HasBitsOf(ofNetwork).ShouldBeFalse();
        ShouldAgree(Rows.Outputs(subject.CreatePredictor(), 40), Rows.Outputs(predictor, subject.Predict, 40), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_at_once_get_the_bits_of_one_while_the_network_trains(string name)
    {
        Subject subject = Named(name);
        Predictor predictor = subject.CreatePredictor();
        float[] alone = Rows.Outputs(predictor, 40), aloneOfOne = Rows.Outputs(predictor, 1);
        bool[] agrees = new bool[4];
        Thread[] threads = [.. agrees.Select((_, own) => new Thread(() => agrees[own] =
            Enumerable.Range(0, 30).All(_ => Rows.Outputs(predictor, 40).HasBitsOf(alone) && Rows.Outputs(predictor, 1).HasBitsOf(aloneOfOne))))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        subject.Train(steps: 20);
        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        agrees.ShouldAllBe(each => each);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Predictions_allocate_nothing(string name)
    {
        Predictor predictor = Named(name).CreatePredictor();
        float[] inputs = Rows.Inputs(predictor, 40), outputs = new float[40 * predictor.OutputSize];
        AllocatedBytes.Of(1000, () => predictor.Predict(inputs.AsSpan(0, predictor.InputSize), outputs.AsSpan(0, predictor.OutputSize))).ShouldBe(0);
        AllocatedBytes.Of(20, () => predictor.Predict(inputs, outputs)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_lengths_are_refused_in_the_words_of_the_network(string name)
    {
        Subject subject = Named(name);
        Predictor predictor = subject.CreatePredictor();
        int inputSize = predictor.InputSize, outputSize = predictor.OutputSize;
        Check([], []);
        Check(new float[inputSize], []);
        Check(new float[inputSize], new float[outputSize + 1]);
        Check(new float[inputSize + 1], new float[outputSize]);
        Check(new float[2 * inputSize], new float[outputSize]);
        float[] shared = new float[inputSize];
        Should.Throw<ArgumentException>(() => predictor.Predict(shared, shared.AsSpan(0, outputSize))).Message
            .ShouldBe(Should.Throw<ArgumentException>(() => subject.Predict(shared, shared.AsSpan(0, outputSize))).Message);

        void Check(float[] inputs, float[] outputs)
        {
            var refusal = Should.Throw<ArgumentException>(() => predictor.Predict(inputs, outputs));
            var ofNetwork = Should.Throw<ArgumentException>(() => subject.Predict(inputs, outputs));
            (refusal.Message, refusal.ParamName).ShouldBe((ofNetwork.Message, ofNetwork.ParamName));
        }
    }

    [Fact]
    public void Tensors_predict_like_spans_and_are_checked()
    {
        Predictor predictor = Subject.OfFoldable().CreatePredictor();
        float[] outputs = new float[3 * predictor.OutputSize];

        predictor.Predict(new ReadOnlyTensorSpan<float>(Rows.Inputs(predictor, 3), [3, 5]), new TensorSpan<float>(outputs, [3, 4]));

        outputs.HasBitsOf(Rows.Outputs(predictor, 3)).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => predictor.Predict(new ReadOnlyTensorSpan<float>(new float[12], [3, 4]), new TensorSpan<float>(outputs, [3, 4])))
            .Message.ShouldContain("[3, 4]");
    }

    [Fact]
    public void A_predictor_states_its_sizes_after_folding()
    {
        Predictor predictor = new Foldable().CreatePredictor();

        // Weights and one bias for each unit: 5 x 18 + 18, 18 x 9 + 9, 9 x 7 + 7, 7 x 4 + 4.
        (predictor.InputSize, predictor.OutputSize, predictor.ParameterCount).ShouldBe((5, 4, 381));
        predictor.ToString().ShouldBe("Predictor: 5 inputs, 4 outputs, 381 parameters");
    }

    /// <summary>The parameters of a network in the middle of a step belong to no one point of its training.</summary>
    [Fact]
    public void A_network_in_the_middle_of_a_step_is_copied_when_the_step_is_done()
    {
        var network = new Plain();
        var copy = new Thread(() => network.CreatePredictor());
        using (network.BeginStep())
        {
            copy.Start();
            copy.Join(TimeSpan.FromMilliseconds(30)).ShouldBeFalse();
        }

        copy.Join(TimeSpan.FromSeconds(60)).ShouldBeTrue();
    }

    [Fact]
    public void Copies_get_their_turn_beside_a_thread_that_trains_without_a_pause()
    {
        var network = new Plain();
        float[] inputs = new float[Plain.InputSize];
        int[] labels = new int[1];
        using var enough = new CancellationTokenSource();
        var training = new Thread(() =>
        {
            while (!enough.IsCancellationRequested)
            {
                network.TrainStep(inputs, labels, learningRate: 0);
            }
        });
        var copying = new Thread(() => _ = Enumerable.Range(0, 20).Select(_ => network.CreatePredictor()).ToArray());
        training.Start();
        copying.Start();
        copying.Join(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        enough.Cancel();
        training.Join(TimeSpan.FromSeconds(60)).ShouldBeTrue();
    }

    private static Subject Named(string name) => Subject.All.Single(subject => subject.Name == name);

    private static void ShouldAgree(float[] actual, float[] expected, string what)
    {
        float largest = expected.Max(MathF.Abs);
        actual.Zip(expected, (left, right) => MathF.Abs(left - right)).Max().ShouldBeLessThanOrEqualTo(1e-5f * largest, what);
    }
}
