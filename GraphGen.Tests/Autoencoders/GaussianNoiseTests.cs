using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class GaussianNoiseTests
{
    private const int Rows = 400;

    private static readonly float[] Inputs = RandomData.Floats(Rows * 50, seed: 5);

    [Fact]
    public void A_step_meets_noise_of_the_declared_deviation_and_is_compared_with_the_clean_rows()
    {
        NoisyRows network = Identity(threads: 1);

        float loss = network.TrainStep(Inputs, learningRate: 0);

        // The mean of 20,000 squares of normal numbers.
        loss.ShouldBe(0.09f, 5 * 0.09f * MathF.Sqrt(2f / (Rows * 50)));
        network.TrainStep(Inputs, learningRate: 0).ShouldNotBe(loss);
    }

    [Fact]
    public void Predictions_are_without_noise()
    {
        NoisyRows network = Identity(threads: 1);
        float[] outputs = new float[Inputs.Length];

        network.Predict(Inputs, outputs);

        outputs.ShouldBe(Inputs, 1e-6);
        network.Evaluate(new Dataset(Inputs, 50)).Loss.ShouldBe(0, 1e-10);
    }

    [Fact]
    public void Noise_is_the_same_for_any_number_of_threads()
    {
        NoisyRows one = Identity(threads: 1), three = Identity(threads: 3);
        three.Shares();

        for (int step = 0; step < 3; step++)
        {
            three.TrainStep(Inputs, 0.1f).ShouldBe(one.TrainStep(Inputs, 0.1f));
        }

        three.Parameters.Values().ShouldBe(one.Parameters.Values());
    }

    private static NoisyRows Identity(int threads)
    {
        var network = new NoisyRows(seed: 8, threads);
        float[] weight = new float[50 * 50];
        for (int index = 0; index < 50; index++)
        {
            weight[index * 51] = 1;
        }

        network.Dense1.Weight.CopyFrom(weight);
        return network;
    }
}

/// <content>Lets threads share steps that would not be worth it.</content>
internal partial class NoisyRows
{
    public void Shares() => generatedMemory.SharesSmallSteps = true;
}
