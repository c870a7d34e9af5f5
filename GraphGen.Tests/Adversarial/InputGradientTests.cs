using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Adversarial;

/// <summary>ComputeInputGradients: against central differences of the loss of predictions, and that it leaves the network alone.</summary>
public sealed class InputGradientTests
{
    private const int Rows = 5;
    private const float Change = 1 / 64f;

    [Fact]
    public void It_is_the_slope_of_the_loss_of_predictions()
    {
        var critic = new NoisyCritic(seed: 3);
        Perturb(critic);
        float[] inputs = RandomData.Floats(Rows * NoisyCritic.InputSize, 1), targets = RandomData.Floats(Rows, 2);
        float[] gradients = new float[inputs.Length];
        float loss = critic.ComputeInputGradients(inputs, targets, gradients);

        loss.ShouldBe((float)critic.Evaluate(new Dataset(inputs, NoisyCritic.InputSize, targets, 1)).Loss, 1e-5f);
        RequireSlopes(inputs, gradients, NoisyCritic.InputSize, (row, values) => critic.Evaluate(new Dataset(values, NoisyCritic.InputSize, [targets[row]], 1)).Loss);
    }

    [Fact]
    public void It_passes_through_frozen_layers_and_passes_over_the_weights_of_rows()
    {
        var critic = new FrozenCritic(seed: 3);
        Perturb(critic);
        float[] inputs = RandomData.Floats(Rows * FrozenCritic.InputSize, 1);
        int[] labels = RandomData.Labels(Rows, FrozenCritic.OutputSize, 2);
        float[] gradients = new float[inputs.Length];
        critic.ComputeInputGradients(inputs, labels, gradients);

        RequireSlopes(inputs, gradients, FrozenCritic.InputSize, (row, values) => critic.Evaluate(new Dataset(values, FrozenCritic.InputSize, [labels[row]])).Loss);
    }

    [Fact]
    public void It_goes_through_wide_layers_and_a_softmax()
    {
        var critic = new WideCritic(seed: 3);
        float[] inputs = RandomData.Floats(Rows * WideCritic.InputSize, 1), targets = RandomData.Floats(Rows * 3, 2);
        float[] gradients = new float[inputs.Length];
        critic.ComputeInputGradients(inputs, targets, gradients);

        RequireSlopes(inputs, gradients, WideCritic.InputSize, (row, values) => critic.Evaluate(new Dataset(values, WideCritic.InputSize, targets[(row * 3)..((row + 1) * 3)], 3)).Loss);
    }

    [Fact]
    public void What_a_reconstruction_is_compared_with_stays_what_it_is()
    {
        var critic = new CriticOfItself(seed: 3);
        float[] inputs = RandomData.Floats(Rows * CriticOfItself.InputSize, 1);
        float[] gradients = new float[inputs.Length];
        critic.ComputeInputGradients(inputs, gradients);

        RequireSlopes(inputs, gradients, CriticOfItself.InputSize, (row, values) =>
        {
            float[] outputs = new float[CriticOfItself.OutputSize];
            critic.Predict(values, outputs);
            return outputs.Select((output, column) => Math.Pow(output - inputs[(row * CriticOfItself.InputSize) + column], 2)).Average();
        });
    }

    [Fact]
    public void A_row_has_the_same_gradient_alone_and_among_others_and_with_a_label_for_a_target()
    {
        var critic = new NoisyCritic(seed: 3);
        float[] inputs = RandomData.Floats(Rows * NoisyCritic.InputSize, 1), gradients = new float[inputs.Length], alone = new float[NoisyCritic.InputSize];
        critic.ComputeInputGradients(inputs, [0f, 1, 0, 1, 1], gradients);
        critic.ComputeInputGradients(inputs.AsSpan(0, NoisyCritic.InputSize), [0], alone);

        alone.ShouldBe(gradients[..NoisyCritic.InputSize]);
    }

    [Fact]
    public void Nothing_of_the_network_changes_and_gradients_that_wait_go_on_waiting()
    {
        NoisyCritic disturbed = new(seed: 3), left = new(seed: 3);
        float[] inputs = RandomData.Floats(Rows * NoisyCritic.InputSize, 1), targets = RandomData.Floats(Rows, 2), gradients = new float[inputs.Length];
        foreach (NoisyCritic critic in new[] { disturbed, left })
        {
            for (int step = 0; step < 3; step++)
            {
                critic.TrainStep(inputs, targets, 0.01f);
                if (critic == disturbed)
                {
                    critic.ComputeInputGradients(inputs, targets, gradients);
                }
            }

            critic.ComputeGradients(inputs, targets);
            if (critic == disturbed)
            {
                critic.ComputeInputGradients(inputs, targets, gradients);
            }

            critic.ApplyGradients(0.01f);
        }

        disturbed.Parameters.Values().HasBitsOf(left.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        float[] inputs = RandomData.Floats(37 * WideCritic.InputSize, 1), targets = RandomData.Floats(37 * 3, 2), expected = new float[inputs.Length];
        new WideCritic(seed: 3).ComputeInputGradients(inputs, targets, expected);
        foreach (int threads in (int[])[2, 3, 4])
        {
            var critic = new WideCritic(seed: 3, threads);
            ((INetwork)critic).Memory.SharesSmallSteps = true;
            float[] gradients = new float[inputs.Length];
            critic.ComputeInputGradients(inputs, targets, gradients);

            gradients.HasBitsOf(expected).ShouldBeTrue();
        }
    }

    [Fact]
    public void It_may_overwrite_the_inputs_and_allocates_nothing()
    {
        var critic = new Critic(seed: 3);
        float[] inputs = RandomData.Floats(8 * 2, 1), gradients = new float[inputs.Length], overwritten = [.. inputs], targets = new float[8];
        critic.ComputeInputGradients(inputs, targets, gradients);
        critic.ComputeInputGradients(overwritten, targets, overwritten);

        overwritten.ShouldBe(gradients);
        AllocatedBytes.Of(50, () => critic.ComputeInputGradients(inputs, targets, gradients)).ShouldBe(0);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        var critic = new Critic(seed: 3);

        Should.Throw<ArgumentException>(() => critic.ComputeInputGradients(new float[4], new float[2], new float[2])).ParamName.ShouldBe("inputGradients");
        Should.Throw<ArgumentException>(() => critic.ComputeInputGradients(new float[4], new float[3], new float[4])).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => critic.ComputeInputGradients(new float[4], [0f, 2], new float[4])).Message.ShouldContain("no probability");
    }

    /// <summary>Moving statistics and biases that are not what a new network has.</summary>
    private static void Perturb(INetwork network)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            float[] added = RandomData.Floats(values.Length, parameter.Length);
            parameter.CopyFrom(values.Select((value, index) => value + (added[index] / 2)).ToArray());
        }
    }

    private static void RequireSlopes(float[] inputs, float[] gradients, int width, Func<int, float[], double> loss)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < width; column++)
            {
                float[] above = inputs[(row * width)..((row + 1) * width)], below = [.. above];
                above[column] += Change;
                below[column] -= Change;
                double slope = (loss(row, above) - loss(row, below)) / ((double)above[column] - below[column]);

                ((double)gradients[(row * width) + column]).ShouldBe(slope, 2e-3 * (0.05 + Math.Abs(slope)), $"row {row}, column {column}");
            }
        }
    }
}
