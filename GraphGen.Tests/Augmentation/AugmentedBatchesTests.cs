using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Augmentation;

public class AugmentedBatchesTests
{
    private const int Count = 23;
    private const int BatchSize = 5;

    private static readonly ImageAugmentation Augmentation = new(4, 5, 2) { Shift = 1, Rotation = 10, Noise = 0.1f, ElasticStrength = 0.5f, Seed = 3 };
    private static readonly float[] Inputs = RandomData.Floats(Count * Augmentation.ImageSize, seed: 1);
    private static readonly Dataset Labelled = new(Inputs, Augmentation.ImageSize, RandomData.Labels(Count, 10, seed: 2));
    private static readonly Dataset WithTargets = new(Inputs, Augmentation.ImageSize, RandomData.Floats(Count * 3, seed: 3), 3);

    private static readonly Dataset Weighted = Labelled.WithWeights(RandomData.Floats(Count, seed: 13));

    [Theory]
    [InlineData("labels")]
    [InlineData("targets")]
    [InlineData("weights")]
    public void Batches_are_the_samplers_rows_distorted_with_what_belongs_to_them(string kind)
    {
        Dataset data = kind switch { "labels" => Labelled, "targets" => WithTargets, _ => Weighted };
        var sampler = new BatchSampler(Count, BatchSize, seed: 4);
        using var batches = new AugmentedBatches(data, Augmentation, BatchSize);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            sampler.Shuffle(epoch);
            batches.Start(epoch, sampler);
            for (int index = 0; index < sampler.BatchCount; index++)
            {
                batches.Next(out Dataset batch, out ReadOnlySpan<int> rows).ShouldBeTrue();
                ShouldHold(batch, rows, data, sampler.Batch(index), epoch);
            }

            batches.Next(out _, out ReadOnlySpan<int> none).ShouldBeFalse();
            none.Length.ShouldBe(0);
            batches.Next(out _, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void An_epoch_may_be_given_up_at_any_batch()
    {
        var sampler = new BatchSampler(Count, BatchSize, seed: 5);
        using var batches = new AugmentedBatches(Labelled, Augmentation, BatchSize);
        for (int epoch = 0; epoch < 200; epoch++)
        {
            batches.Start(epoch, sampler);
            for (int index = 0; index < epoch % 6; index++)
            {
                bool isThere = batches.Next(out Dataset batch, out ReadOnlySpan<int> rows);
                isThere.ShouldBe(index < sampler.BatchCount);
                if (isThere)
                {
                    ShouldHold(batch, rows, Labelled, sampler.Batch(index), epoch);
                }
            }
        }
    }

    [Fact]
    public void Training_on_undistorted_batches_is_training_on_the_data()
    {
        var data = new Dataset(RandomData.Floats(Count * Sorter.InputSize, seed: 6), Sorter.InputSize, RandomData.Labels(Count, 19, seed: 7));
        var sampler = new BatchSampler(Count, BatchSize, seed: 8);
        var direct = new Sorter(seed: 9);
        var prepared = new Sorter(seed: 9);
        using var batches = new AugmentedBatches(data, new ImageAugmentation(1, Sorter.InputSize), BatchSize);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            sampler.Shuffle(epoch);
            batches.Start(epoch, sampler);
            for (int index = 0; batches.Next(out Dataset batch, out ReadOnlySpan<int> rows); index++)
            {
                ((INetwork)prepared).TrainStep(batch, rows, 0.1f).ShouldBe(((INetwork)direct).TrainStep(data, sampler.Batch(index), 0.1f));
            }
        }

        prepared.Parameters.Values().HasBitsOf(direct.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void What_goes_wrong_on_the_thread_reaches_the_caller_after_the_batches_before_it()
    {
        // Rows from 23 on do not exist; without shuffling they come in the fifth batch.
        var sampler = new BatchSampler(Count + 10, BatchSize, seed: 10);
        using var batches = new AugmentedBatches(Labelled, Augmentation, BatchSize);
        batches.Start(0, sampler);
        for (int index = 0; index < 4; index++)
        {
            batches.Next(out _, out _).ShouldBeTrue();
        }

        for (int attempt = 0; attempt < 2; attempt++)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => batches.Next(out _, out _)).Message.ShouldContain("There is no row 23 among the 23 rows.");
        }

        var sound = new BatchSampler(Count, BatchSize, seed: 10);
        batches.Start(1, sound);
        batches.Next(out Dataset batch, out ReadOnlySpan<int> rows).ShouldBeTrue();
        ShouldHold(batch, rows, Labelled, sound.Batch(0), epoch: 1);
    }

    [Fact]
    public void Disposing_ends_the_thread_wherever_it_is()
    {
        for (int taken = 0; taken < 8; taken++)
        {
            var batches = new AugmentedBatches(Labelled, Augmentation, BatchSize);
            var sampler = new BatchSampler(Count, BatchSize, seed: 11);
            if (taken > 0)
            {
                batches.Start(0, sampler);
            }

            for (int index = 1; index < taken; index++)
            {
                batches.Next(out _, out _);
            }

            batches.Dispose();
            batches.Dispose();
            Should.Throw<ObjectDisposedException>(() => batches.Start(0, sampler));
            Should.Throw<ObjectDisposedException>(() => batches.Next(out _, out _));
        }
    }

    [Fact]
    public void Epochs_allocate_nothing()
    {
        var sampler = new BatchSampler(Count, BatchSize, seed: 12);
        using var batches = new AugmentedBatches(Labelled, Augmentation, BatchSize);
        AllocatedBytes.Of(20, () =>
        {
            sampler.Shuffle(1);
            batches.Start(1, sampler);
            while (batches.Next(out _, out _))
            {
            }
        }).ShouldBe(0);

        // What the other thread does, on this one.
        var labels = new BatchBuffer(Labelled, BatchSize);
        var targets = new BatchBuffer(WithTargets, BatchSize);
        ImageAugmenter augmenter = Augmentation.CreateAugmenter();
        AllocatedBytes.Of(20, () =>
        {
            labels.Fill(Labelled, sampler.Batch(0), 1, augmenter);
            targets.Fill(WithTargets, sampler.Batch(1), 1, augmenter);
        }).ShouldBe(0);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => new AugmentedBatches(Labelled, new ImageAugmentation(28, 28), BatchSize)).Message.ShouldBe(
            "The augmentation is for images of 28 x 28 x 1 = 784 values, but the rows of the data hold 40 features. Make it for the images that the data hold. (Parameter 'augmentation')");
        Should.Throw<ArgumentOutOfRangeException>(() => new AugmentedBatches(Labelled, Augmentation, 0)).ParamName.ShouldBe("batchSize");
        Should.Throw<ArgumentOutOfRangeException>(() => new AugmentedBatches(Labelled, Augmentation, int.MaxValue)).ParamName.ShouldBe("batchSize");
        using var batches = new AugmentedBatches(Labelled, Augmentation, BatchSize);
        Should.Throw<InvalidOperationException>(() => batches.Next(out _, out _)).Message.ShouldContain("call Start first");
        Should.Throw<ArgumentException>(() => batches.Start(0, new BatchSampler(Count, BatchSize + 1, seed: 1))).Message.ShouldContain("6 rows do not fit into buffers of 5 rows");
        Should.Throw<ArgumentOutOfRangeException>(() => batches.Start(-1, new BatchSampler(Count, BatchSize, seed: 1))).ParamName.ShouldBe("epoch");
    }

    private static void ShouldHold(Dataset batch, ReadOnlySpan<int> rows, Dataset data, ReadOnlySpan<int> sources, int epoch)
    {
        rows.Length.ShouldBe(sources.Length);
        ImageAugmenter augmenter = Augmentation.CreateAugmenter();
        float[] expected = new float[Augmentation.ImageSize];
        for (int i = 0; i < sources.Length; i++)
        {
            rows[i].ShouldBe(i);
            augmenter.Apply(data.InputRow(sources[i]), expected, epoch, sources[i]);
            batch.InputRow(i).ToArray().HasBitsOf(expected).ShouldBeTrue();
            batch.HasWeights.ShouldBe(data.HasWeights);
            if (data.HasWeights)
            {
                batch.Weights[i].ShouldBe(data.Weights[sources[i]]);
            }

            if (data.HasLabels)
            {
                batch.Labels[i].ShouldBe(data.Labels[sources[i]]);
            }
            else
            {
                batch.Targets.Slice(i * 3, 3).ToArray().ShouldBe(data.Targets.Slice(sources[i] * 3, 3).ToArray());
            }
        }
    }
}
