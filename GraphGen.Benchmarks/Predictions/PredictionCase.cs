using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Predictions;

/// <summary>A network whose predictions of so many rows at once are measured.</summary>
/// <param name="Kind">The network.</param>
/// <param name="Rows">Rows of a prediction.</param>
internal sealed record PredictionCase(NetworkKind Kind, int Rows)
{
    private const double TinyNetworkTarget = 20;
    private const double LargeNetworkTarget = 3;
    private const int TinyNetworkParameters = 10_000;

    /// <summary>All cases, grouped by network.</summary>
    public static readonly IReadOnlyList<PredictionCase> All =
        [.. NetworkKinds.All.SelectMany(kind => ((int[])[1, 32, 256]).Select(rows => new PredictionCase(kind, rows)))];

    /// <summary>How many times as long ONNX Runtime should take for one row; null for more rows.</summary>
    public double? OnnxRuntimeTarget => Rows > 1 ? null
        : Kind.Info.ParameterCount < TinyNetworkParameters ? TinyNetworkTarget
        : LargeNetworkTarget;
}
