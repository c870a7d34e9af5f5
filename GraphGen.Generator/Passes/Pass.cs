using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>A rewriting of a graph that keeps what it computes.</summary>
internal interface IPass
{
    DataflowGraph Run(DataflowGraph graph);
}

/// <summary>The passes in the order in which they run.</summary>
internal static class Pipeline
{
    /// <summary>For a forward pass with its gradients.</summary>
    public static IReadOnlyList<IPass> Training =>
        [new HoistColumnFactors(), new Simplify(), new EliminateDeadValues(), new FuseMultiplyAdd(), new EliminateDeadValues()];

    /// <summary>For prediction.</summary>
    public static IReadOnlyList<IPass> Inference =>
        [new FoldBatchNorm(), new Simplify(), new EliminateDeadValues(), new FuseMultiplyAdd(), new EliminateDeadValues()];

    /// <summary>For a prediction with dropout, which computes the numbers of batch normalisation where it needs them.</summary>
    public static IReadOnlyList<IPass> Sampling =>
        [new Simplify(), new EliminateDeadValues(), new FuseMultiplyAdd(), new EliminateDeadValues()];

    /// <summary>For the optimizer's update and the constraints on weights.</summary>
    public static IReadOnlyList<IPass> Update =>
        [new Simplify(), new EliminateDeadValues(), new FuseMultiplyAdd(), new EliminateDeadValues()];

    /// <summary>Runs passes; the graph is verified before the first and after each.</summary>
    public static DataflowGraph Run(IReadOnlyList<IPass> passes, DataflowGraph graph)
    {
        Verifier.Verify(graph);
        foreach (var pass in passes)
        {
            graph = pass.Run(graph);
            Verifier.Verify(graph);
        }

        return graph;
    }
}
