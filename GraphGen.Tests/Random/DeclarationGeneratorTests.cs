using GraphGen.Generator.Lowering;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Randomized;

using Act = GraphGen.Model.Act;

/// <summary>What the random comparison can find depends on what the generator draws.</summary>
public sealed class DeclarationGeneratorTests
{
    private const int Count = 300;

    private readonly IReadOnlyList<(NetworkSpec Network, int Rows)> _cases = DeclarationGenerator.Sample(DeclarationGenerator.Case, Count, 1);

    [Fact]
    public void The_same_seed_gives_the_same_declarations_as_many_as_asked_for()
    {
        _cases.Count.ShouldBe(Count);
        DeclarationGenerator.Sample(DeclarationGenerator.Case, Count, 1).ShouldBe(_cases);
        DeclarationGenerator.Sample(DeclarationGenerator.Case, Count, 2).ShouldNotBe(_cases);
    }

    [Fact]
    public void Every_layer_activation_loss_and_optimizer_occurs()
    {
        IEnumerable<LayerSpec> layers = _cases.SelectMany(drawn => drawn.Network.Layers);
        Kinds(layers).ShouldBe(KindsOf<LayerSpec>(), ignoreOrder: true);
        Kinds(_cases.Select(drawn => drawn.Network.Optimizer)).ShouldBe(KindsOf<OptimizerSpec>(), ignoreOrder: true);
        _cases.Select(drawn => drawn.Network.Loss.Kind).Distinct().ShouldBe(Enum.GetValues<LossKind>(), ignoreOrder: true);
        layers.OfType<DenseSpec>().Select(dense => dense.Activation.Kind).Distinct().ShouldBe(Enum.GetValues<Act>(), ignoreOrder: true);
        layers.OfType<ActivationSpec>().Select(activation => activation.Activation.Kind).Distinct().ShouldBe(Enum.GetValues<Act>(), ignoreOrder: true);
    }

    [Fact]
    public void Widths_depths_and_batches_reach_every_shape_of_kernel()
    {
        DenseSpec[] dense = _cases.SelectMany(drawn => drawn.Network.Layers).OfType<DenseSpec>().ToArray();
        dense.Select(layer => (layer.Units + 15) / 16).Distinct().Order().ShouldBe([1, 2, 3, 4]);
        _cases.Select(drawn => drawn.Network.Layers.OfType<DenseSpec>().Count()).Distinct().Order().Take(5).ShouldBe([1, 2, 3, 4, 5]);
        _cases.Select(drawn => drawn.Rows).Distinct().Order().ShouldBe(Enumerable.Range(1, 21));
        dense.ShouldContain(layer => layer.Frozen);
        dense.ShouldContain(layer => !layer.Bias);
        dense.ShouldContain(layer => layer.L2 > 0);
        dense.ShouldContain(layer => layer.MaxNorm > 0);
        dense.ShouldContain(layer => layer.L1 > 0 && layer.L2 > 0 && layer.PenalizesBias);
        dense.ShouldContain(layer => layer.RateMultiplier != 1);
    }

    [Fact]
    public void Every_way_of_training_occurs()
    {
        NetworkSpec[] networks = _cases.Select(drawn => drawn.Network).ToArray();
        networks.ShouldContain(network => network.ClipValue > 0);
        networks.ShouldContain(network => network.ClipNorm > 0 && network.AccumulatedBatches == 1);
        networks.ShouldContain(network => network.AccumulatedBatches > 1);
        networks.ShouldContain(network => network.AverageDecay > 0);
        networks.ShouldContain(network => network.HasSampleWeights);
        networks.ShouldContain(network => network.Optimizer.WeightDecay > 0 && !network.Optimizer.DecaysVectors);
    }

    [Fact]
    public void Every_way_of_reuse_occurs()
    {
        NetworkSpec[] networks = _cases.Select(drawn => drawn.Network).ToArray();
        DenseSpec[] tied = [.. networks.SelectMany(network => network.Layers).OfType<DenseSpec>().Where(dense => dense.TiedTo is not null)];
        tied.ShouldContain(dense => !dense.Frozen);
        tied.ShouldContain(dense => dense.Frozen);
        networks.SelectMany(network => network.Layers).OfType<BatchNormSpec>().ShouldContain(batchNorm => batchNorm.Frozen);
        networks.ShouldContain(network => network.Loss.IsReconstruction && network.Loss.Kind == LossKind.BinaryCrossEntropy);
        networks.ShouldContain(network => network.HasInputGradients && network.Loss.TakesClasses);
        networks.ShouldContain(network => NetworkLowering.FrozenLayers(network) > 0);
        var resting = DeclarationGenerator.Sample(DeclarationGenerator.RestingCase, Count, 1).Where(drawn => drawn.Resting.Count > 0).ToArray();
        resting.Length.ShouldBeGreaterThan(Count / 4);
        resting.SelectMany(drawn => drawn.Resting.Select(layer => drawn.Network.Layers[layer])).OfType<BatchNormSpec>().ShouldContain(batchNorm => !batchNorm.Frozen);
        resting.ShouldContain(drawn => drawn.Network.ClipNorm > 0);
        resting.ShouldContain(drawn => drawn.Network.AccumulatedBatches > 1);
    }

    [Fact]
    public void Smaller_cases_are_named_like_declared_ones()
    {
        var drawn = _cases.First(candidate => candidate.Network.Layers.OfType<DenseSpec>().Count() > 2);
        foreach (RandomCase smaller in new RandomCase(drawn.Network, drawn.Rows, 1).Smaller())
        {
            smaller.Network.Layers.Select(layer => layer.Name).Distinct().Count().ShouldBe(smaller.Network.Layers.Count);
        }
    }

    private static IEnumerable<Type> Kinds<T>(IEnumerable<T> specifications)
        where T : notnull =>
        specifications.Select(specification => specification.GetType()).Distinct();

    private static IEnumerable<Type> KindsOf<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)));
}
