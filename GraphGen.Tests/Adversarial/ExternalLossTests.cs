using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Adversarial;

/// <summary>Forward and Backward: the halves of a step whose loss is measured elsewhere.</summary>
public sealed class ExternalLossTests
{
    private const int Rows = 11;

    [Fact]
    public void The_halves_are_a_step_with_the_gradients_for_targets()
    {
        NoisyPainter halves = new(seed: 4), whole = new(seed: 4);
        float[] inputs = RandomData.Floats(Rows * NoisyPainter.InputSize, 1), gradients = RandomData.Floats(Rows * NoisyPainter.OutputSize, 2);
        float[] outputs = new float[gradients.Length];
        for (int step = 0; step < 3; step++)
        {
            halves.Forward(inputs, outputs);

            halves.Backward(gradients, 0.1f).ShouldBe(whole.TrainStep(inputs, gradients, 0.1f));
        }

        halves.Parameters.Values().HasBitsOf(whole.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Weights_of_rows_are_no_part_of_it()
    {
        var weighted = new WeightedPainter(seed: 4);
        var plain = new NoisyPainter(seed: 4);
        float[] inputs = RandomData.Floats(Rows * NoisyPainter.InputSize, 1), gradients = RandomData.Floats(Rows * NoisyPainter.OutputSize, 2);
        weighted.Forward(inputs, new float[gradients.Length]);
        plain.Forward(inputs, new float[gradients.Length]);

        weighted.Backward(gradients, 0.1f).ShouldBe(plain.Backward(gradients, 0.1f));
        weighted.Parameters.Values().HasBitsOf(plain.Parameters.Values()).ShouldBeTrue();
        weighted.ShouldBeAssignableTo<IGenerator>();
    }

    [Fact]
    public void No_fit_takes_targets_for_the_gradients_of_a_loss()
    {
        var painter = new Painter(seed: 4);
        var data = new Dataset(RandomData.Floats(Rows * Painter.InputSize, 1), Painter.InputSize, RandomData.Floats(Rows * Painter.OutputSize, 2), Painter.OutputSize);

        Should.Throw<ArgumentException>(() => painter.FineTune(data)).Message.ShouldContain("GanTrainer");
        Should.Throw<ArgumentException>(() => LearningRateFinder.Find(painter, data)).Message.ShouldContain("[ExternalLoss]");
    }

    [Fact]
    public void A_step_is_the_one_that_the_loss_would_make_which_the_gradients_are_of()
    {
        var painter = new Painter(seed: 4);
        var regression = new Copyist(seed: 4);
        painter.CopyLayersFrom(regression);
        float[] inputs = RandomData.Floats(Rows * 3, 1), targets = RandomData.Floats(Rows * 2, 2), outputs = new float[targets.Length];
        for (int step = 0; step < 3; step++)
        {
            painter.Forward(inputs, outputs);
            painter.Backward(outputs.Zip(targets, (y, t) => y - t).ToArray(), 0.01f);
            regression.TrainStep(inputs, targets, 0.01f);
        }

        painter.Parameters.Values().ShouldBe(regression.Parameters.Values(), 1e-5);
    }

    [Fact]
    public void The_outputs_are_those_of_training()
    {
        var painter = new NoisyPainter(seed: 4);
        float[] inputs = RandomData.Floats(Rows * NoisyPainter.InputSize, 1), outputs = new float[Rows * NoisyPainter.OutputSize], predicted = new float[outputs.Length];
        painter.Predict(inputs, predicted);
        float[] before = MovingMean(painter);
        painter.Forward(inputs, outputs);

        outputs.ShouldNotBe(predicted);
        MovingMean(painter).ShouldNotBe(before);
    }

    [Fact]
    public void Outputs_without_a_difference_between_training_and_prediction_are_predictions()
    {
        var painter = new Painter(seed: 4);
        float[] inputs = RandomData.Floats(Rows * 3, 1), outputs = new float[Rows * 2], predicted = new float[outputs.Length];
        painter.Predict(inputs, predicted);
        painter.Forward(inputs, outputs);

        outputs.ShouldBe(predicted, 1e-6);
    }

    [Fact]
    public void A_backward_pass_needs_a_forward_pass_right_before_it()
    {
        var painter = new Painter(seed: 4);
        float[] inputs = RandomData.Floats(Rows * 3, 1), outputs = new float[Rows * 2];
        Action backward = () => painter.Backward(outputs, 0.1f);

        Should.Throw<InvalidOperationException>(backward).Message.ShouldContain("call Forward before each Backward");
        Action[] others = [() => painter.Backward(outputs, 0.1f), () => painter.ComputeGradients(inputs, outputs), () => painter.TrainStep(inputs, outputs, 0), () => ((INetwork)painter).EnsureCapacity(1000)];
        foreach (Action other in others)
        {
            painter.Forward(inputs, outputs);
            other();

            Should.Throw<InvalidOperationException>(backward);
        }
    }

    [Fact]
    public void A_wrong_number_of_gradients_is_refused_and_the_forward_pass_goes_on_waiting()
    {
        var painter = new Painter(seed: 4);
        float[] outputs = new float[Rows * 2];
        painter.Forward(RandomData.Floats(Rows * 3, 1), outputs);

        Should.Throw<ArgumentException>(() => painter.Backward(new float[2], 0.1f)).ParamName.ShouldBe("outputGradients");
        Should.Throw<ArgumentOutOfRangeException>(() => painter.Backward(outputs, -1));
        painter.Backward(outputs, 0.1f).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Both_halves_allocate_nothing()
    {
        var painter = new NoisyPainter(seed: 4);
        float[] inputs = RandomData.Floats(Rows * NoisyPainter.InputSize, 1), outputs = new float[Rows * NoisyPainter.OutputSize];

        AllocatedBytes.Of(50, () =>
        {
            painter.Forward(inputs, outputs);
            painter.Backward(outputs, 0.01f);
        }).ShouldBe(0);
    }

    [Fact]
    public void There_is_nothing_to_fit_or_to_evaluate_by()
    {
        typeof(Painter).GetMethod("Fit").ShouldBeNull();
        typeof(Painter).GetMethod("Evaluate").ShouldBeNull();
        typeof(Critic).GetMethod("Forward").ShouldBeNull();
    }

    private static float[] MovingMean(NoisyPainter painter)
    {
        Parameter mean = painter.Parameters["batchnorm1.moving_mean"];
        float[] values = new float[mean.Length];
        mean.CopyTo(values);
        return values;
    }
}

/// <summary>Learns by the squared error, of which the gradient by one of two outputs is the difference itself.</summary>
[Input(3)] [Dense(20, Act.Tanh)] [Dense(2)] [MeanSquaredError] [Adam(0.5)]
internal partial class Copyist;
