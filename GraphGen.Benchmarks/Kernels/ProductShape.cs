using GraphGen.Execution;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>A layer's weight matrix, and how to make the two networks that contain it.</summary>
/// <param name="Inputs">Rows of the matrix.</param>
/// <param name="Units">Columns of the matrix.</param>
/// <param name="CreateNag">Makes the network that Nesterov momentum trains.</param>
/// <param name="CreateAdam">Makes the network that Adam trains.</param>
internal sealed record ProductShape(int Inputs, int Units, Func<INetwork> CreateNag, Func<INetwork> CreateAdam)
{
    /// <summary>An MNIST network's layers and two between.</summary>
    public static readonly IReadOnlyList<ProductShape> All =
    [
        new(784, 300, () => new Nag784x300(), () => new Adam784x300()),
        new(784, 100, () => new Nag784x100(), () => new Adam784x100()),
        new(300, 100, () => new Nag300x100(), () => new Adam300x100()),
        new(100, 100, () => new Nag100x100(), () => new Adam100x100()),
        new(100, 10, () => new Nag100x10(), () => new Adam100x10()),
    ];

    /// <summary>Whether a panel is so narrow (10 of 16 lanes are in use) that the target for the products does not apply.</summary>
    public bool IsNarrow => Units < ColumnBlocks.Width;

    /// <summary>Useful operations of one product: padding does not count.</summary>
    public double Flop(int rows) => 2.0 * rows * Inputs * Units;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Inputs}x{Units}");
}
