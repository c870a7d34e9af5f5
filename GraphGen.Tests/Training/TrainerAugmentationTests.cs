using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class TrainerAugmentationTests
{
    private static readonly FitOptions Options = new() { Epochs = 3, BatchSize = 2, LearningRate = 0.1f, Augmentation = Noise() };

    [Fact]
    public void Steps_see_the_distorted_rows_in_the_order_of_the_epoch()
    {
        var network = new TinyNetwork();

        Trainer.Fit(network, LineData.Seven, Options);

        TinyNetwork expected = ByHand(steps: 12);
        (network.A, network.B).ShouldBe((expected.A, expected.B));
    }

    [Fact]
    public void A_diverged_epoch_is_repeated_with_the_same_distortions()
    {
        var network = new TinyNetwork { AfterStep = tiny => tiny.B = tiny.Memory.Step == 7 ? float.NaN : tiny.B };

        Should.Throw<TrainingDivergedException>(() => Trainer.Fit(network, LineData.Seven, Options)).Step.ShouldBe(7);

        TinyNetwork expected = ByHand(steps: 6);
        (network.A, network.B).ShouldBe((expected.A, expected.B));
    }

    [Fact]
    public void Weights_stay_with_their_rows()
    {
        // A row's weight and its target tell its number.
        Dataset data = new Dataset(new float[5], 1, [0f, 1, 2, 3, 4], 1).WithWeights([1, 2, 3, 4, 5]);
        List<(float Weight, float Target)> seen = [];
        var network = new TinyNetwork(hasRowWeights: true)
        {
            AfterStep = tiny =>
            {
                int count = tiny.Memory.Step % 3 == 0 ? 1 : 2;
                float[] weights = new float[count];
                tiny.Data[^1].CopyWeights(0, weights);
                seen.AddRange(weights.Zip(tiny.Data[^1].Targets.ToArray()));
            },
        };

        Trainer.Fit(network, data, Options with { LearningRate = 0 });

        seen.Count.ShouldBe(15);
        seen.ShouldAllBe(row => row.Weight == row.Target + 1);
    }

    [Fact]
    public void An_augmentation_for_other_images_is_refused_before_the_first_step()
    {
        var network = new TinyNetwork();

        ArgumentException exception = Should.Throw<ArgumentException>(
            () => Trainer.Fit(network, LineData.Seven, Options with { Augmentation = new ImageAugmentation(2, 3) }));

        exception.ParamName.ShouldBe("Augmentation");
        exception.Message.ShouldContain("images of 2 x 3 x 1, 6 values: make it for those that Tiny takes, of 1 values");
        network.Memory.Step.ShouldBe(0u);
    }

    private static ImageAugmentation Noise() => new(1, 1) { Noise = 0.25f, Seed = 9 };

    private static TinyNetwork ByHand(int steps)
    {
        var network = new TinyNetwork();
        var sampler = new BatchSampler(LineData.Seven.Count, Options.BatchSize, Options.Seed);
        ImageAugmenter augmenter = Noise().CreateAugmenter();
        for (int step = 0; step < steps; step++)
        {
            int epoch = step / sampler.BatchCount;
            sampler.Shuffle(epoch);
            int[] rows = sampler.Batch(step % sampler.BatchCount).ToArray();
            float[] inputs = new float[rows.Length];
            for (int index = 0; index < rows.Length; index++)
            {
                augmenter.Apply(LineData.Seven.InputRow(rows[index]), inputs.AsSpan(index, 1), epoch, rows[index]);
            }

            float[] targets = [.. rows.Select(row => LineData.Seven.Targets[row])];
            network.TrainStep(new Dataset(inputs, 1, targets, 1), [.. Enumerable.Range(0, rows.Length)], 0.1f);
        }

        return network;
    }
}
