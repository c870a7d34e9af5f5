using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

/// <summary>What frozen layers make of a data set, computed once.</summary>
public class FeatureCacheTests
{
    [Theory]
    [InlineData(1, 32)]
    [InlineData(1, 7)]
    [InlineData(2, 100)]
    public void A_fit_on_the_cache_comes_to_the_same_bits(int threads, int batchSize)
    {
        Dataset train = Pairs.Classes(), validation = Pairs.Classes(50);
        var options = new FitOptions { Epochs = 3, BatchSize = batchSize, LearningRate = 0.05f, Seed = 4, Validation = validation };
        var plain = new HalfFrozenStack(seed: 3, threads: threads);
        var cached = new HalfFrozenStack(seed: 3, threads: threads);
        Pairs.Align(plain, cached);

        (History expected, IReadOnlyList<EpochStatistics> expectedStatistics) = Fit(plain, train);
        (History history, IReadOnlyList<EpochStatistics> statistics) = Fit(cached, cached.CacheFrozen(train));

        Pairs.ShouldBeTheSame(cached, plain);
        history.Loss.ShouldBe(expected.Loss);
        history.ValidationLoss.ShouldBe(expected.ValidationLoss);
        statistics.Count.ShouldBe(3);
        foreach ((EpochStatistics found, EpochStatistics wanted) in statistics.Zip(expectedStatistics))
        {
            found.Network.Loss.ShouldBe(wanted.Network.Loss, 1e-5);
            found.Network.Layers.Select(layer => layer.Name).ShouldBe(wanted.Network.Layers.Skip(HalfFrozenStack.Info.FrozenLayers).Select(layer => layer.Name));
            foreach (LayerStatistics layer in found.Network.Layers)
            {
                LayerStatistics like = wanted.Network[layer.Name];
                layer.Outputs.Mean.ShouldBe(like.Outputs.Mean, 1e-5);
                layer.Gradients.StandardDeviation.ShouldBe(like.Gradients.StandardDeviation, 1e-5);
                layer.Parameters.Select(parameter => parameter.Gradients?.StandardDeviation ?? 0)
                    .ShouldBe(like.Parameters.Select(parameter => parameter.Gradients?.StandardDeviation ?? 0), 1e-5);
            }
        }

        (History, IReadOnlyList<EpochStatistics>) Fit(HalfFrozenStack network, Dataset data)
        {
            TrainingRun? run = null;
            History fitted = network.Fit(data, options with { Callbacks = [new LambdaCallback { FitBegin = begun => run = begun }, new Histograms { Rows = 40 }] });
            return (fitted, run!.Statistics);
        }
    }

    [Fact]
    public void Weights_of_classes_dry_runs_and_stages_work_on_features_as_on_rows()
    {
        Dataset train = Pairs.Classes();
        var options = new FitOptions { Epochs = 2, BatchSize = 16, LearningRate = 0.01f, ClassWeights = [1, 2, 0.5f, 3] };
        var plain = new WeighedBehindFrozen(seed: 3);
        var cached = new WeighedBehindFrozen(seed: 3);
        Dataset features = cached.CacheFrozen(train);

        plain.Fit(train, options);
        cached.Fit(features, options);
        Pairs.ShouldBeTheSame(cached, plain);

        cached.Fit(features, options with { DryRun = true }).Epochs.Count.ShouldBe(1);
        Pairs.ShouldBeTheSame(cached, plain);

        plain.FineTune(train, options).Stages[1].TrainedLayers.ShouldBe(["hidden2", "output"]);
        cached.FineTune(features, options);
        Pairs.ShouldBeTheSame(cached, plain);
    }

    [Fact]
    public void A_fit_on_features_is_resumed_to_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("fit.safetensors");
        Dataset train = Pairs.Classes();
        var options = new FitOptions { Epochs = 4, BatchSize = 16, LearningRate = 0.01f };
        var whole = new HalfFrozenStack(seed: 3);
        whole.Fit(train, options);

        var half = new HalfFrozenStack(seed: 3);
        half.Fit(half.CacheFrozen(train), options with { Epochs = 2, Callbacks = [new Checkpoint(path)] });
        var rest = new HalfFrozenStack(seed: 3);
        rest.Fit(rest.CacheFrozen(train), options, path);

        Pairs.ShouldBeTheSame(rest, whole);
        Should.Throw<CheckpointMismatchException>(() => rest.Fit(train, options, path)).Message.ShouldContain("training data");
    }

    [Fact]
    public void A_fit_on_features_that_diverges_names_layer_and_step_as_one_on_rows_and_goes_back_as_far()
    {
        Dataset train = Pairs.Classes();
        var options = new FitOptions { Epochs = 2, BatchSize = 64, LearningRate = 1e25f };
        var plain = new HalfFrozenStack(seed: 3);
        var cached = new HalfFrozenStack(seed: 3);

        TrainingDivergedException expected = Should.Throw<TrainingDivergedException>(() => plain.Fit(train, options));
        TrainingDivergedException diverged = Should.Throw<TrainingDivergedException>(() => cached.Fit(cached.CacheFrozen(train), options));

        diverged.Message.ShouldBe(expected.Message);
        Pairs.ShouldBeTheSame(cached, plain);
    }

    [Fact]
    public void Nobody_changes_the_layers_while_rows_go_through()
    {
        Dataset train = Pairs.Classes(3000);
        HalfFrozenStack network = new(seed: 3), first = new(seed: 4), second = new(seed: 5);
        float[][] expected = [Inputs(first), Inputs(second)];
        using var stop = new CancellationTokenSource();
        var copying = new Thread(() =>
        {
            for (int time = 0; !stop.IsCancellationRequested; time++)
            {
                network.CopyLayersFrom(time % 2 == 0 ? first : second);
            }
        });
        network.CopyLayersFrom(second);
        copying.Start();

        float[][] found = [.. Enumerable.Range(0, 20).Select(_ => Inputs(network))];
        stop.Cancel();
        copying.Join();

        found.ShouldAllBe(features => expected.Any(features.SequenceEqual));

        float[] Inputs(HalfFrozenStack frozen) => frozen.CacheFrozen(train).Inputs.ToArray();
    }

    [Fact]
    public void A_cache_in_a_file_is_the_same()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("features.npy");
        var network = new HalfFrozenStack(seed: 3);
        Dataset data = Pairs.Classes(1000), expected = network.CacheFrozen(data);

        Dataset mapped = network.CacheFrozen(data, path);

        mapped.Inputs.SequenceEqual(expected.Inputs).ShouldBeTrue();
        mapped.Labels.SequenceEqual(data.Labels).ShouldBeTrue();
        NpyFile.Read(path).Shape.ToArray().ShouldBe([1000, 18]);
        network.Fit(mapped).Loss.ShouldBe(new HalfFrozenStack(seed: 3).Fit(data).Loss);
        Should.Throw<OutputFileException>(() => network.CacheFrozen(data, folder.PathOf("none/features.npy")));
    }

    [Fact]
    public void Targets_weights_and_everything_else_of_a_step_come_along()
    {
        Dataset train = Regression();
        var options = new FitOptions { Epochs = 2, BatchSize = 16, LearningRate = 0.01f };
        var plain = new FrozenRegression(seed: 3);
        var cached = new FrozenRegression(seed: 3);
        Pairs.Align(plain, cached);

        plain.Fit(train, options);
        cached.Fit(cached.CacheFrozen(train), options);

        Pairs.ShouldBeTheSame(cached, plain);
        FrozenRegression.Info.FrozenLayers.ShouldBe(2);
    }

    [Fact]
    public void Features_are_what_the_layers_make_of_each_row()
    {
        var network = new NormalizedInputs(seed: 3);
        network.BatchNorm1.MovingMean.CopyFrom(Enumerable.Repeat(0.5f, 20).ToArray());
        network.BatchNorm1.Gamma.CopyFrom(Enumerable.Repeat(3f, 20).ToArray());
        Dataset data = Pairs.Classes(300);

        Dataset features = network.CacheFrozen(data);

        (features.HoldsFeatures, features.InputSize, features.Count).ShouldBe((true, 20, 300));
        features.Labels.SequenceEqual(data.Labels).ShouldBeTrue();
        for (int index = 0; index < data.Inputs.Length; index++)
        {
            features.Inputs[index].ShouldBe(3 * (data.Inputs[index] - 0.5f) / MathF.Sqrt(1 + 1e-5f), 1e-5f);
        }
    }

    [Fact]
    public void Parts_of_a_cache_are_features_too()
    {
        var network = new HalfFrozenStack(seed: 3);
        Dataset features = network.CacheFrozen(Pairs.Classes());

        features[..20].HoldsFeatures.ShouldBeTrue();
        features.Split(0.5, seed: 1).First.HoldsFeatures.ShouldBeTrue();
        network.Fit(features[..100].Pick([3, 1, 2])).Ending.ShouldBe(FitEnding.Completed);
    }

    [Fact]
    public void A_step_on_rows_behind_one_on_features_passes_the_frozen_layers_again()
    {
        Dataset data = Pairs.Classes(64);
        var mixed = new HalfFrozenStack(seed: 3);
        var plain = new HalfFrozenStack(seed: 3);
        mixed.Fit(mixed.CacheFrozen(data), new FitOptions { BatchSize = 64, Seed = 1 });
        plain.Fit(data, new FitOptions { BatchSize = 64, Seed = 1 });

        mixed.TrainStep(data.Inputs, data.Labels, 0.1f).ShouldBe(plain.TrainStep(data.Inputs, data.Labels, 0.1f));
        mixed.Fit(data);
        plain.Fit(data);
        Pairs.ShouldBeTheSame(mixed, plain);
    }

    [Fact]
    public void Features_are_neither_scaled_nor_put_together_with_rows()
    {
        var network = new NormalizedInputs(seed: 3);
        Dataset data = Pairs.Classes(), features = network.CacheFrozen(data);
        Standardization scaling = data.Standardize().Standardization;

        Should.Throw<InvalidOperationException>(() => features.Standardize()).Message.ShouldContain("scale the rows");
        Should.Throw<InvalidOperationException>(() => features.MinMax()).Message.ShouldContain("scale the rows");
        Should.Throw<InvalidOperationException>(() => scaling.Apply(features)).Message.ShouldContain("scale the rows");
        Should.Throw<InvalidOperationException>(() => features.WithScaling(scaling)).Message.ShouldContain("scale the rows");
        Should.Throw<ArgumentException>(() => features.Concat(data)).Message.ShouldContain("cache them then");
        Should.Throw<ArgumentException>(() => data.Concat(features)).Message.ShouldContain("cache them then");
        network.Fit(features[..100].Concat(features[100..])).Ending.ShouldBe(FitEnding.Completed);
    }

    [Fact]
    public void Histograms_of_layers_tied_to_frozen_ones_have_no_gradients_of_these()
    {
        var network = new TiedToFrozen(seed: 3);
        TrainingRun? run = null;

        network.Fit(network.CacheFrozen(Targets()), new FitOptions { Callbacks = [new LambdaCallback { FitBegin = begun => run = begun }, new Histograms()] });

        run!.Statistics.ShouldHaveSingleItem().Network.Layers.Select(layer => layer.Name).ShouldBe(["wide", "output"]);
    }

    [Fact]
    public void Computing_features_allocates_nothing()
    {
        INetwork network = new HalfFrozenStack(seed: 3);
        Dataset data = Pairs.Classes(64);
        network.EnsureCapacity(64);
        float[] features = new float[64 * 18];
        AllocatedBytes.Of(50, () => network.ComputeFeatures(data, 0, 64, features)).ShouldBe(0);
    }

    [Fact]
    public void A_cache_whose_layers_have_changed_is_refused()
    {
        var network = new HalfFrozenStack(seed: 3);
        Dataset features = network.CacheFrozen(Pairs.Classes());
        float[] bias = Pairs.Values(network.Hidden2.Bias!);
        bias[0] += 1;
        network.Hidden2.Bias!.CopyFrom(bias);

        ArgumentException refused = Should.Throw<ArgumentException>(() => network.Fit(features));

        refused.Message.ShouldContain("have changed since");
        refused.Message.ShouldContain("CacheFrozen");
    }

    [Fact]
    public void Features_are_refused_wherever_rows_are_needed()
    {
        var network = new HalfFrozenStack(seed: 3);
        Dataset data = Pairs.Classes(), features = network.CacheFrozen(data);

        Should.Throw<ArgumentException>(() => network.Evaluate(features)).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => network.Inspect(features)).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => network.CacheFrozen(features)).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => network.Fit(data, new FitOptions { Validation = features })).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => network.Fit(features, new FitOptions { ValidationFraction = 0.2 })).Message.ShouldContain("Split the rows first");
        Should.Throw<ArgumentException>(() => network.Fit(features, new FitOptions { OverfitOneBatch = true })).Message.ShouldContain("on the rows themselves");
        Should.Throw<ArgumentException>(() => network.Fit(features, new FitOptions { Augmentation = new ImageAugmentation(3, 6) })).Message.ShouldContain("no images");
        Should.Throw<ArgumentException>(() => LearningRateFinder.Find(network, features)).Message.ShouldContain("pass the rows");
        Should.Throw<ArgumentException>(() => new TrainedStack().Fit(features)).Message.ShouldContain("HalfFrozenStack");
        Should.Throw<ArgumentException>(() => new NormalizedInputs().Fit(features)).Message.ShouldContain("cache the rows with the network");
    }

    [Fact]
    public void Networks_without_anything_to_cache_say_why()
    {
        Why(new TrainedStack()).ShouldStartWith("Nothing of TrainedStack is frozen, so there is nothing to cache: declare [FreezeUpTo(\"hidden1\")]");
        Why(new NoisyFrozenStack()).ShouldBe(
            "Dropout 'dropout1' of NoisyFrozenStack draws at random in every step, so that features are never twice the same, and nothing can be cached from there on: remove it, or train without a cache.");
        Why(new FrozenDraws()).ShouldStartWith("Dense 'sloping' of FrozenDraws draws at random");
        Why(new FrozenDraws()).ShouldEndWith("choose another activation, such as Act.LeakyRelu, or train without a cache.");
        Why(new PenalisedInputs()).ShouldStartWith("ActivityRegularization 'activityregularization1' of PenalisedInputs adds a penalty to the loss of every step");
        Why(new FrozenBehindTrained()).ShouldContain("Dense 'trained' of FrozenBehindTrained is trained");
        Why(new FrozenBehindTrained()).ShouldContain("[FreezeUpTo(\"trained\")]");
        Why(new FrozenCoder()).ShouldStartWith("FrozenCoder is compared with its own inputs");
        Should.Throw<NotSupportedException>(() => ((INetwork)new TrainedStack()).ComputeFeatures(Pairs.Classes(), 0, 1, new float[1]));

        static string Why(INetwork network) => Should.Throw<InvalidOperationException>(() => network.CacheFrozen(Pairs.Classes())).Message;
    }

    private static Dataset Targets() => new(RandomData.Floats(60 * 5, seed: 1), 5, RandomData.Floats(60 * 2, seed: 2), 2);

    private static Dataset Regression()
    {
        const int Count = 100;
        var rows = new Dataset(RandomData.Floats(Count * Pairs.InputSize, seed: 21), Pairs.InputSize, RandomData.Floats(Count * 3, seed: 22), 3);
        return rows.WithWeights([.. RandomData.Floats(Count, seed: 23).Select(MathF.Abs)]);
    }
}
