using FsCheck;
using FsCheck.Fluent;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

using Act = GraphGen.Model.Act;
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

    private static readonly Gen<Act> Function = Gen.Elements(Enum.GetValues<Act>());

    // Initialisers that take a scale would need one; what an initialiser draws is tested elsewhere.
    private static readonly Gen<Init> Initializer = Gen.Elements(Enum.GetValues<Init>()
        .Except([Init.Auto, Init.Constant, Init.Normal, Init.Uniform]).ToArray());

    private static readonly Gen<OptimizerSpec> Optimizer = Gen.Elements<OptimizerSpec>(
        new SgdSpec(),
        new MomentumSpec(0.9, Nesterov: false),
        new MomentumSpec(0, Nesterov: false),
        new MomentumSpec(0.9, Nesterov: true),
        new MomentumSpec(0.5, Nesterov: true),
        new AdamSpec(0.9, 0.999, 1e-3),
        new AdamSpec(0.8, 0.95, 0.01));

    private static readonly Gen<LayerSpec> BatchNorm =
        from momentum in Gen.Elements(0.9, 0.5, 0)
        from epsilon in Gen.Elements(1e-5, 1e-3, 0.1)
        select (LayerSpec)Declare.BatchNorm(momentum, epsilon);

    private static readonly Gen<LayerSpec> Dropout = Gen.Elements(0, 0.1, 0.5).Select(rate => (LayerSpec)Declare.Dropout(rate));

    private static readonly Gen<LayerSpec> Activation = Function.Select(function => (LayerSpec)Declare.Activation(function));

    private static readonly Gen<LayerSpec[]> NoLayer = Gen.Constant<LayerSpec[]>([]);

    private static readonly Gen<LayerSpec[]> OneLayer = Gen.OneOf(BatchNorm, Dropout, Activation).Select(layer => new[] { layer });

    private static readonly Gen<LayerSpec[]> InFront = Gen.Frequency((4, NoLayer), (1, OneLayer));

    private static readonly Gen<LayerSpec[]> Behind = Gen.Frequency((5, NoLayer), (4, OneLayer), (3, Row(2)), (1, Row(3)));

    private static readonly Gen<LayerSpec[]> HiddenBlock = Block(Width);

    private static readonly Gen<LayerSpec[]> OutputBlock = Block(Gen.Frequency((4, Gen.Choose(2, 10)), (1, Gen.Elements(16, 17, 33))));

    private static readonly Gen<LayerSpec[]> SingleOutputBlock = Block(Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Choose(2, 10))));

    /// <summary>Networks of one to five dense layers on 1 to 40 features.</summary>
    public static Gen<NetworkSpec> Network { get; } =
        from inputs in Gen.Choose(1, 40)
        from loss in Gen.Elements(Enum.GetValues<LossKind>())
        from optimizer in Optimizer
        from front in InFront
        from depth in Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Constant(1)), (4, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(4)))
        from hidden in HiddenBlock.ArrayOf(depth)
        from output in loss == LossKind.SoftmaxCrossEntropy ? OutputBlock : SingleOutputBlock
        select Declare.Network(inputs, loss, optimizer, [.. front, .. hidden.SelectMany(layers => layers), .. output]);

    /// <summary>Networks with a number of rows for a mini-batch: whole and ragged tiles of rows, and a single row.</summary>
    public static Gen<(NetworkSpec Network, int Rows)> Case { get; } =
        from network in Network
        from rows in Gen.Choose(1, 21)
        select (network, rows);

    /// <summary>The same <paramref name="count"/> values for the same <paramref name="seed"/>.</summary>
    public static IReadOnlyList<T> Sample<T>(Gen<T> generator, int count, ulong seed) =>
        generator.Sample(count, new Rnd(seed), 50).ToList();

    private static Gen<LayerSpec[]> Row(int count) => Gen.OneOf(BatchNorm, Dropout, Activation).ArrayOf(count);

    private static Gen<LayerSpec[]> Block(Gen<int> width) =>
        from units in width
        from activation in Function
        from initializer in Initializer
        from bias in Gen.Elements(true, true, false)
        from l2 in Gen.Frequency((5, Gen.Constant(0.0)), (1, Gen.Elements(0.01, 0.3)))
        from maxNorm in Gen.Frequency((5, Gen.Constant(0.0)), (1, Gen.Elements(0.7, 3)))
        from frozen in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from behind in Behind
        select (LayerSpec[])[Declare.Dense(units, activation, initializer, bias, l2, maxNorm, frozen), .. behind];
}
