using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Tests.Interpretation;

/// <summary>What a training graph begins with behind frozen layers.</summary>
internal static class FeatureFeed
{
    /// <summary>The same feed for a graph, with what the frozen layers in front make of the inputs where the graph begins behind them.</summary>
    public static Feed For(this Feed feed, DataflowGraph graph, NetworkSpec network, Arithmetic? arithmetic = null) =>
        graph.Values.Any(value => value is { Operation: Input, Layer: Stages.Features })
            ? feed with { Inputs = new Interpreter(NetworkLowering.Features(network).Build(), feed, arithmetic).Output(OutputRole.Features) }
            : feed;
}
