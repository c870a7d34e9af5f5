using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;

namespace GraphGen.Generator.Gradients;

/// <summary>The loss of a mini-batch, and every gradient that training follows.</summary>
internal static class TrainingGraph
{
    /// <summary>The graph of a network: by differentiation, or for a restricted Boltzmann machine by contrastive divergence.</summary>
    public static DataflowGraph Of(NetworkSpec network) => network.Boltzmann is null
        ? Differentiation.Differentiate(NetworkLowering.Training(network), network.AccumulatedBatches)
        : ContrastiveDivergence.Lower(network);
}
