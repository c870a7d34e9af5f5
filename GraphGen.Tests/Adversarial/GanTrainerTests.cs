using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Adversarial;

/// <summary>GanTrainer: that it makes the steps that it says, learns a distribution with all its modes, and refuses what cannot work.</summary>
public sealed class GanTrainerTests
{
    private static readonly Dataset Ring = RingOfGaussians.Draw(2048, seed: 5);

    [Fact]
    public void A_generator_learns_all_modes_of_a_ring()
    {
        var trainer = new GanTrainer(new RingPainter(seed: 1), new RingCritic(seed: 2));
        IReadOnlyList<GanEpoch> epochs = trainer.Train(
            Ring, new GanOptions { Epochs = 120, BatchSize = 128, GeneratorRate = 1e-3f, DiscriminatorRate = 2e-3f, Seed = 1 });

        float[] samples = new float[2 * 1000];
        trainer.Sample(samples, seed: 9);
        (int modes, double share) = RingOfGaussians.Coverage(samples);
        modes.ShouldBe(RingOfGaussians.Modes, $"share {share}, {epochs[^1]}");
        share.ShouldBeGreaterThan(0.7);
        epochs.Count.ShouldBe(120);
        epochs[^1].DiscriminatorLoss.ShouldBeInRange(0.5f, 0.72f);
        epochs[^1].RealAccuracy.ShouldBeInRange(0.2f, 0.9f);
    }

    [Fact]
    public void It_makes_the_steps_that_one_would_write_by_hand()
    {
        const int Size = 100, Rows = 250;
        Dataset data = Ring[..Rows];
        var trainer = new GanTrainer(new Painter(seed: 1), new Critic(seed: 2));
        trainer.Train(data, new GanOptions { Epochs = 2, BatchSize = Size, GeneratorRate = 0.01f, DiscriminatorRate = 0.02f, DiscriminatorSteps = 2, RealTarget = 0.9f, Seed = 3 });

        (Painter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        var batches = new BatchSampler(Rows, Size, 3);
        ulong step = 0;
        for (int epoch = 0; epoch < 2; epoch++)
        {
            batches.Shuffle(epoch);
            for (int batch = 0; batch < batches.BatchCount; batch++)
            {
                int[] picked = batches.Batch(batch).ToArray();
                float[] noise = new float[picked.Length * Painter.InputSize], generated = new float[picked.Length * 2], gradients = new float[generated.Length];
                LatentNoise.Fill(noise, 3, LatentNoise.TrainingStream + step);
                generator.Forward(noise, generated);
                float[] real = [.. picked.SelectMany(row => data.InputRow(row).ToArray())];
                discriminator.TrainStep([.. real, .. generated], [.. picked.Select(_ => 0.9f), .. picked.Select(_ => 0f)], 0.02f);
                if (++step % 2 == 0)
                {
                    discriminator.ComputeInputGradients(generated, picked.Select(_ => 1f).ToArray(), gradients);
                    generator.Backward(gradients, 0.01f);
                }
            }
        }

        trainer.Generator.Parameters.Values().HasBitsOf(generator.Parameters.Values()).ShouldBeTrue();
        trainer.Discriminator.Parameters.Values().HasBitsOf(discriminator.Parameters.Values()).ShouldBeTrue();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits_and_another_seed_others()
    {
        (float[] Generator, float[] Discriminator) one = Trained(threads: 1, seed: 7), three = Trained(threads: 3, seed: 7), other = Trained(threads: 1, seed: 8);

        three.Generator.HasBitsOf(one.Generator).ShouldBeTrue();
        three.Discriminator.HasBitsOf(one.Discriminator).ShouldBeTrue();
        other.Generator.HasBitsOf(one.Generator).ShouldBeFalse();

        static (float[], float[]) Trained(int threads, ulong seed)
        {
            (Painter generator, Critic discriminator) = (new(seed: 1, threads), new(seed: 2, threads));
            ((INetwork)generator).Memory.SharesSmallSteps = ((INetwork)discriminator).Memory.SharesSmallSteps = true;
            new GanTrainer(generator, discriminator).Train(Ring[..300], new GanOptions { Epochs = 2, Seed = seed });
            return (generator.Parameters.Values(), discriminator.Parameters.Values());
        }
    }

    [Fact]
    public void Schedules_are_asked_at_each_mini_batch()
    {
        (Painter Generator, Critic Discriminator) constant = (new(seed: 1), new(seed: 2)), scheduled = (new(seed: 1), new(seed: 2));
        new GanTrainer(constant.Generator, constant.Discriminator).Train(Ring[..128], new GanOptions { BatchSize = 64, GeneratorRate = 0.25f, DiscriminatorRate = 0.125f });
        new GanTrainer(scheduled.Generator, scheduled.Discriminator).Train(Ring[..128], new GanOptions
        {
            BatchSize = 64,
            GeneratorSchedule = LearningRateSchedule.Constant(0.25),
            DiscriminatorSchedule = LearningRateSchedule.PiecewiseConstant(0.125, (1, 0)).PerBatch(),
        });

        scheduled.Discriminator.Parameters.Values().ShouldNotBe(constant.Discriminator.Parameters.Values());

        // A discriminator that stays what it is leaves the generator's schedule as the only difference.
        (Painter Generator, Critic Discriminator) steady = (new(seed: 1), new(seed: 2)), stopped = (new(seed: 1), new(seed: 2));
        new GanTrainer(steady.Generator, steady.Discriminator).Train(Ring[..128], new GanOptions { BatchSize = 64, GeneratorRate = 0.25f, DiscriminatorRate = 0 });
        new GanTrainer(stopped.Generator, stopped.Discriminator).Train(Ring[..128], new GanOptions
        {
            BatchSize = 64,
            GeneratorSchedule = LearningRateSchedule.PiecewiseConstant(0.25, (1, 0)).PerBatch(),
            DiscriminatorRate = 0,
        });

        stopped.Generator.Parameters.Values().ShouldNotBe(steady.Generator.Parameters.Values());
        stopped.Discriminator.Parameters.Values().ShouldBe(steady.Discriminator.Parameters.Values());
    }

    [Fact]
    public void Divergence_puts_both_networks_back_to_the_start_of_the_epoch()
    {
        (Painter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        float[] before = discriminator.Parameters.Values(), generatorBefore = generator.Parameters.Values();
        var trainer = new GanTrainer(generator, discriminator);

        var exception = Should.Throw<TrainingDivergedException>(() => trainer.Train(Ring[..256], new GanOptions { DiscriminatorRate = 1e38f }));

        exception.Message.ShouldContain("Both networks are what they were when the epoch began");
        exception.Epoch.ShouldBe(1);
        discriminator.Parameters.Values().HasBitsOf(before).ShouldBeTrue();
        generator.Parameters.Values().HasBitsOf(generatorBefore).ShouldBeTrue();
        trainer.Train(Ring[..256]).Count.ShouldBe(1);
    }

    [Fact]
    public void Cancellation_ends_the_training_in_the_midst_of_an_epoch()
    {
        const int rows = 300_000;
        using var source = new CancellationTokenSource();
        var critic = new Critic(seed: 2);
        NetworkMemory memory = ((INetwork)critic).Memory;
        var canceling = new Thread(() =>
        {
            SpinWait.SpinUntil(() => memory.Step > 0);
            source.Cancel();
        });
        canceling.Start();

        new GanTrainer(new Painter(seed: 1), critic)
            .Train(new Dataset(new float[rows * Critic.InputSize], Critic.InputSize), new GanOptions { BatchSize = 1, CancellationToken = source.Token }).Count.ShouldBe(1);

        canceling.Join();
        memory.Step.ShouldBeInRange(1u, rows - 1u);
    }

    [Fact]
    public void Cancellation_between_epochs_ends_the_training()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reports(epoch =>
        {
            if (epoch.Epoch == 2)
            {
                source.Cancel();
            }
        });

        new GanTrainer(new Painter(seed: 1), new Critic(seed: 2))
            .Train(Ring[..64], new GanOptions { Epochs = 10, Progress = progress, CancellationToken = source.Token }).Count.ShouldBe(2);
    }

    [Fact]
    public void More_epochs_allocate_no_more_than_their_records()
    {
        Dataset data = Ring[..320];
        Train(1);
        long one = Allocated(1), many = Allocated(41);

        (many - one).ShouldBeLessThan(40 * 300);

        long Allocated(int epochs)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Train(epochs);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Train(int epochs) => new GanTrainer(new Painter(seed: 1), new Critic(seed: 2)).Train(data, new GanOptions { Epochs = epochs });
    }

    [Fact]
    public void Networks_that_do_not_meet_are_refused_at_once() =>
        Should.Throw<ArgumentException>(() => new GanTrainer(new WrongPainter(seed: 1), new Critic(seed: 2))).Message
            .ShouldContain("Critic takes rows of 2, but WrongPainter makes rows of 4: give the last [Dense] of WrongPainter 2 units, or declare Critic with [Input(4)]");

    [Fact]
    public void Data_that_do_not_fit_are_refused_before_the_first_step()
    {
        (Painter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        var trainer = new GanTrainer(generator, discriminator);

        Should.Throw<ArgumentException>(() => trainer.Train(new Dataset(new float[9], 3))).Message.ShouldContain("Critic takes 2");
        Should.Throw<ArgumentException>(() => trainer.Train(new Dataset([0, float.NaN], 2))).Message.ShouldContain("not finite");
        Should.Throw<ArgumentException>(() => trainer.Sample(new float[3])).ParamName.ShouldBe("rows");
        generator.Dense1.Trainable = generator.Dense2.Trainable = false;
        Should.Throw<InvalidOperationException>(() => trainer.Train(Ring)).Message.ShouldContain("Every layer of Painter rests");
    }

    [Fact]
    public void Impossible_options_are_refused_where_they_are_set()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { Epochs = 0 }).ParamName.ShouldBe("Epochs");
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { BatchSize = 0 }).ParamName.ShouldBe("BatchSize");
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { DiscriminatorSteps = 0 }).ParamName.ShouldBe("DiscriminatorSteps");
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { RealTarget = 0 }).ParamName.ShouldBe("RealTarget");
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { RealTarget = float.NaN }).ParamName.ShouldBe("RealTarget");
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { GeneratorRate = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new GanOptions { DiscriminatorRate = float.NaN });
    }

    [Fact]
    public void What_the_data_were_scaled_by_is_known_to_both()
    {
        Dataset data = Standardization.Fit(Ring).Apply(Ring);
        (Painter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        new GanTrainer(generator, discriminator).Train(data);

        generator.TargetScaling.ShouldBe(data.InputScaling);
        discriminator.InputScaling.ShouldBe(data.InputScaling);
    }

    [Fact]
    public void A_training_without_a_step_or_that_diverges_does_not_claim_the_scaling_of_its_data()
    {
        Dataset data = Standardization.Fit(Ring).Apply(Ring);
        (Painter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        var trainer = new GanTrainer(generator, discriminator);

        trainer.Train(data, new GanOptions { CancellationToken = new CancellationToken(canceled: true) }).ShouldBeEmpty();
        Should.Throw<TrainingDivergedException>(() => trainer.Train(data, new GanOptions { DiscriminatorRate = 1e38f }));

        (generator.TargetScaling, discriminator.InputScaling).ShouldBe((null, null));
    }

    [Fact]
    public void Averages_in_the_place_of_parameters_are_refused_before_anything_changes()
    {
        (AveragedPainter generator, Critic discriminator) = (new(seed: 1), new(seed: 2));
        var trainer = new GanTrainer(generator, discriminator);
        trainer.Train(Ring[..128]);
        generator.SwapAverages();
        float[] averages = generator.Parameters.Values(), before = discriminator.Parameters.Values();

        Should.Throw<InvalidOperationException>(() => trainer.Train(Ring[..128])).Message.ShouldContain("SwapAverages");

        generator.Parameters.Values().HasBitsOf(averages).ShouldBeTrue();
        discriminator.Parameters.Values().HasBitsOf(before).ShouldBeTrue();
        generator.SwapAverages();
        trainer.Train(Ring[..128]).Count.ShouldBe(1);
    }

    private sealed class Reports(Action<GanEpoch> handle) : IProgress<GanEpoch>
    {
        public void Report(GanEpoch value) => handle(value);
    }
}

[Input(8)] [Dense(64, Act.Relu)] [Dense(64, Act.Relu)] [Dense(2)] [ExternalLoss] [Adam(0.5)]
internal partial class RingPainter;

[Input(2)] [Dense(64, Act.LeakyRelu, Alpha = 0.2)] [Dense(64, Act.LeakyRelu, Alpha = 0.2)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] [Adam(0.5)]
internal partial class RingCritic;
