namespace GraphGen.Model;

/// <summary>GG1007: a network has at most one optimizer.</summary>
internal static class OptimizerRule
{
    public static IEnumerable<Problem> Check(Declaration declaration) =>
        SingleChoice.Check(declaration, [.. declaration.IndicesWhere(AttributeKinds.IsOptimizer)], "optimizers");
}
