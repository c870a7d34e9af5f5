using FsCheck;
using FsCheck.Fluent;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

using Act = GraphGen.Model.Act;
using FanMode = GraphGen.Model.FanMode;
using Init = GraphGen.Model.Init;

/// <summary>
/// Random valid declarations: every layer, option, loss and optimizer, in any order that compiles. Widths are mostly small,
/// and otherwise lie where kernels change their shape: around multiples of 16 and beyond the 48 columns of a panel.
/// </summary>
internal static class DeclarationGenerator
{
    private static readonly Gen<int> Width = Gen.Frequency(
        (6, Gen.Choose(1, 9)),
        (3, Gen.Elements(15, 16, 17, 31, 32, 33, 47, 48, 49, 50)),
        (1, Gen.Choose(10, 50)));

    private static readonly Gen<ActivationFunction> Function = Gen.Elements(Enum.GetValues<Act>()
        .Select(kind => (ActivationFunction)kind)
        .Concat(
        [
            new ActivationFunction(Act.LeakyRelu, 0.3, 0),
            new ActivationFunction(Act.Elu, 0.5, 0),
            new ActivationFunction(Act.PRelu, -0.5, 0),
            new ActivationFunction(Act.RRelu, 0, 0.75),
        ]).ToArray());

    // Initialisers that take a scale would need one; what an initialiser draws is tested elsewhere.
    private static readonly Gen<Init> Initializer = Gen.Elements(Enum.GetValues<Init>()
        .Except([Init.Auto, Init.Constant, Init.Normal, Init.Uniform, Init.TruncatedNormal]).ToArray());

    private static readonly Gen<OptimizerSpec> Optimizer = Gen.Elements<OptimizerSpec>(
        new SgdSpec(),
        new MomentumSpec(0.9, Nesterov: false),
        new MomentumSpec(0, Nesterov: false),
        new MomentumSpec(0.9, Nesterov: true),
        new MomentumSpec(0.5, Nesterov: true),
        new MomentumSpec(0.9, Nesterov: true) { WeightDecay = 0.1 },
        new AdaGradSpec(0.01),
        new RmsPropSpec(0.9, 0.01),
        new RmsPropSpec(0.5, 0.1) { WeightDecay = 0.5, DecaysVectors = true },
        new AdamSpec(0.9, 0.999, 1e-3),
        new AdamSpec(0.8, 0.95, 0.01),
        new AdamSpec(0.9, 0.999, 1e-3) { WeightDecay = 0.2 },
        new AdaMaxSpec(0.9, 0.99, 0.01),
        new NadamSpec(0.9, 0.99, 0.01, 0.004),
        new NadamSpec(0.8, 0.95, 0.01, 1));

    private static readonly Gen<LossSpec> Loss = Gen.Elements(Enum.GetValues<LossKind>()
        .Select(kind => (LossSpec)kind)
        .Concat([new LossSpec(LossKind.SoftmaxCrossEntropy, 0.2, 0), new LossSpec(LossKind.Huber, 0, 0.3)]).ToArray());

    private static readonly Gen<LayerSpec> BatchNorm =
        from momentum in Gen.Elements(0.9, 0.5, 0)
        from epsilon in Gen.Elements(1e-5, 1e-3, 0.1)
        from frozen in Seldom(false, true)
        select (LayerSpec)Declare.BatchNorm(momentum, epsilon, frozen);

    private static readonly Gen<LayerSpec> Dropout = Gen.Elements(0, 0.1, 0.5).Select(rate => (LayerSpec)Declare.Dropout(rate));

    private static readonly Gen<LayerSpec> AlphaDropout = Gen.Elements(0, 0.1, 0.5).Select(rate => (LayerSpec)Declare.AlphaDropout(rate));

    private static readonly Gen<LayerSpec> GaussianNoise = Gen.Elements(0, 0.1, 0.5).Select(deviation => (LayerSpec)Declare.GaussianNoise(deviation));

    private static readonly Gen<LayerSpec> ActivityRegularization = Gen.Elements(0, 0.01, 0.1).Select(l1 => (LayerSpec)Declare.ActivityRegularization(l1));

    private static readonly Gen<LayerSpec> Activation = Function.Select(function => (LayerSpec)Declare.Activation(function));

    /// <summary>Mean activations of sigmoid units are probabilities, far from where the divergence is cut.</summary>
    private static readonly Gen<LayerSpec[]> SparseUnits = Gen.Elements((0.1, 0.2), (0.5, 0.05), (0.3, 0))
        .Select(numbers => (LayerSpec[])[Declare.Activation(Act.Sigmoid), Declare.Sparsity(numbers.Item1, numbers.Item2)]);

    private static readonly Gen<LayerSpec[]> NoLayer = Gen.Constant<LayerSpec[]>([]);

    private static readonly Gen<LayerSpec[]> OneLayer = Gen.OneOf(BatchNorm, Dropout, AlphaDropout, GaussianNoise, ActivityRegularization, Activation).Select(layer => new[] { layer });

    private static readonly Gen<LayerSpec[]> InFront = Gen.Frequency((4, NoLayer), (1, OneLayer));

    private static readonly Gen<LayerSpec[]> Behind = Gen.Frequency((5, NoLayer), (4, OneLayer), (3, Row(2)), (1, Row(3)), (1, SparseUnits));

    private static readonly Gen<LayerSpec[]> HiddenBlock = Block(Width);

    /// <summary>A layer that is tied to another, whose shape decides on its own.</summary>
    private static readonly Gen<LayerSpec[]> TiedBlock =
        from activation in Function
        from bias in Gen.Elements(true, true, false)
        from rateMultiplier in Seldom(1.0, 0.1, 3)
        from behind in Behind
        select (LayerSpec[])[Declare.Tied(1, "", activation, bias) with { RateMultiplier = rateMultiplier }, .. behind];

    private static readonly Gen<LayerSpec[]> OutputBlock = Block(Gen.Frequency((4, Gen.Choose(2, 10)), (1, Gen.Elements(16, 17, 33))));

    private static readonly Gen<LayerSpec[]> SingleOutputBlock = Block(Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Choose(2, 10))));

    /// <summary>
    /// Networks of one to five dense layers on 1 to 40 features, sometimes with layers that are tied to the last of the hidden ones. Some reconstruct their
    /// inputs.
    /// </summary>
    public static Gen<NetworkSpec> Network { get; } =
        from network in Stack
        from reconstruction in Seldom<LossSpec?>(null, Declare.Reconstruction(LossKind.MeanSquaredError), Declare.Reconstruction(LossKind.BinaryCrossEntropy))
        from frozenUpTo in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Choose(1, network.Layers.Count)))
        from hasInputGradients in Seldom(false, true)
        let complete = reconstruction is null ? network : Reconstructing(network, reconstruction)
        select complete with
        {
            Layers = new(complete.Layers.Select((layer, position) => position < frozenUpTo ? layer with { Frozen = true } : layer)),
            HasInputGradients = hasInputGradients,
        };

    private static Gen<NetworkSpec> Stack =>
        from inputs in Gen.Choose(1, 40)
        from loss in Loss
        from optimizer in Optimizer
        from front in InFront
        from depth in Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Constant(1)), (4, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(4)))
        from hidden in HiddenBlock.ArrayOf(depth)
        from mirrors in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from tied in TiedBlock.ArrayOf(Math.Min(mirrors, depth))
        from repetition in Seldom(false, true)
        from output in loss.TakesClasses ? OutputBlock : SingleOutputBlock
        from clipValue in Seldom(0.0, 0.02, 0.2)
        from clipNorm in Seldom(0.0, 0.1, 2)
        from batches in Seldom(1, 2, 3)
        from averageDecay in Seldom(0.0, 0.9, 0.05)
        from hasWeights in Seldom(false, true)
        select Declare.Network(inputs, loss, optimizer, [.. front, .. hidden.SelectMany(layers => layers), .. Mirrored(inputs, hidden, tied, repetition), .. output]) with
        {
            ClipValue = clipValue,
            ClipNorm = clipNorm,
            AccumulatedBatches = batches,
            AverageDecay = averageDecay,
            HasSampleWeights = hasWeights && !loss.IsExternal,
        };

    /// <summary>Networks with a number of rows for a mini-batch: whole and ragged tiles of rows, and a single row.</summary>
    public static Gen<(NetworkSpec Network, int Rows)> Case { get; } =
        from network in Network
        from rows in Gen.Choose(1, 21)
        select (network, rows);

    /// <summary>Such networks with the places of layers that rest for a while, if any do: those in front, or any.</summary>
    public static Gen<(NetworkSpec Network, int Rows, EquatableArray<int> Resting)> RestingCase { get; } =
        from drawn in Case
        let positions = Enumerable.Range(0, drawn.Network.Layers.Count).ToArray()
        from resting in Gen.Frequency(
            (3, Gen.Constant<int[]>([])),
            (1, Gen.Choose(1, positions.Length).Select(count => positions[..count])),
            (1, Gen.SubListOf(positions).Select(some => some.ToArray())))
        select (drawn.Network, drawn.Rows, new EquatableArray<int>(resting));

    /// <summary>The same <paramref name="count"/> values for the same <paramref name="seed"/>.</summary>
    public static IReadOnlyList<T> Sample<T>(Gen<T> generator, int count, ulong seed) =>
        generator.Sample(count, new Rnd(seed), 50).ToList();

    /// <summary>Mostly the usual value, else one of the others.</summary>
    private static Gen<T> Seldom<T>(T usual, params T[] others) => Gen.Frequency((6, Gen.Constant(usual)), (1, Gen.Elements(others)));

    private static Gen<LayerSpec[]> Row(int count) => Gen.OneOf(BatchNorm, Dropout, AlphaDropout, GaussianNoise, ActivityRegularization, Activation).ArrayOf(count);

    /// <summary>
    /// Behind hidden layers as many that are tied to the last of them, the last first. Where there is a repetition, the first of them comes twice, so that
    /// three products make one gradient.
    /// </summary>
    private static IEnumerable<LayerSpec> Mirrored(int inputs, LayerSpec[][] hidden, LayerSpec[][] tied, bool repetition)
    {
        for (int index = 0; index < tied.Length; index++)
        {
            int source = hidden.Length - 1 - index;
            LayerSpec[] block =
            [
                (DenseSpec)tied[index][0] with { Units = source == 0 ? inputs : UnitsOf(hidden[source - 1]), TiedTo = FormattableString.Invariant($"Dense{source + 1}") },
                .. tied[index][1..],
            ];
            IEnumerable<LayerSpec> layers = index == 0 && repetition ? [.. block, Declare.Dense(UnitsOf(hidden[source]), Act.Tanh), .. block] : block;
            foreach (LayerSpec layer in layers)
            {
                yield return layer;
            }
        }
    }

    private static int UnitsOf(LayerSpec[] block) => ((DenseSpec)block[0]).Units;

    /// <summary>The same network with as many outputs as inputs.</summary>
    private static NetworkSpec Reconstructing(NetworkSpec network, LossSpec loss)
    {
        DenseSpec output = network.Layers.OfType<DenseSpec>().Last();
        return network with { Loss = loss, Layers = new(network.Layers.Select(layer => layer == output ? output with { Units = network.InputSize } : layer)) };
    }

    private static Gen<LayerSpec[]> Block(Gen<int> width) =>
        from units in width
        from activation in Function
        from initializer in Initializer
        from bias in Gen.Elements(true, true, false)
        from l1 in Seldom(0.0, 0.01, 0.2)
        from l2 in Seldom(0.0, 0.01, 0.3)
        from penalizesBias in Gen.Elements(true, false, false)
        from maxNorm in Seldom(0.0, 0.7, 3)
        from fanMode in Seldom(FanMode.Auto, FanMode.In, FanMode.Out, FanMode.Average)
        from gain in Seldom(1.0, 2, 0.5)
        from rateMultiplier in Seldom(1.0, 0.1, 3)
        from frozen in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from behind in Behind
        select (LayerSpec[])[Declare.Dense(units, activation, initializer, bias, l2, maxNorm, frozen) with
            { L1 = l1, PenalizesBias = penalizesBias, FanMode = fanMode, Gain = gain, RateMultiplier = rateMultiplier }, .. behind];
}
