using GraphGen.Benchmarks.Networks;
using static GraphGen.Benchmarks.Networks.NetworkKinds;

namespace GraphGen.Benchmarks.Steps;

/// <summary>A network and a batch size whose training steps are measured, and what is to be reached.</summary>
/// <param name="Kind">The network.</param>
/// <param name="Batch">Rows of a step.</param>
internal sealed record StepCase(NetworkKind Kind, int Batch)
{
    /// <summary>How many times as long PyTorch should take, with as many threads; null where there is no target.</summary>
    public double? PyTorchTarget { get; init; }

    /// <summary>How many times as long plain C should take.</summary>
    public double? PlainCTarget { get; init; }

    /// <summary>The share of the FMA peak to reach, counting the operations of the products alone.</summary>
    public double? PeakTarget { get; init; }

    /// <summary>All cases, grouped by network.</summary>
    public static readonly IReadOnlyList<StepCase> All =
    [
        new(Normalized, 32) { PyTorchTarget = 8 },
        new(Normalized, 200) { PyTorchTarget = 3 },
        new(Narrow, 32) { PyTorchTarget = 11 },
        new(Narrow, 128) { PyTorchTarget = 6 },
        new(Plain, 32) { PyTorchTarget = 6 },
        new(Plain, 128) { PyTorchTarget = 4 },
        new(Plain, 512) { PyTorchTarget = 2.3 },
        new(Regression, 1) { PyTorchTarget = 500, PlainCTarget = 1.5 },
        new(Regression, 16) { PyTorchTarget = 200, PlainCTarget = 1.5 },
        new(Regression, 128) { PyTorchTarget = 60, PlainCTarget = 1.5 },
        new(Deep, 64) { PyTorchTarget = 14 },
        new(FullBatch, 10_000) { PeakTarget = 0.6 },
    ];
}
