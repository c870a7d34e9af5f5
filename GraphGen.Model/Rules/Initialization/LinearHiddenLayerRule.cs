namespace GraphGen.Model;

/// <summary>GG2012: a hidden layer without an activation, which is one linear map with the next; real bottlenecks excepted.</summary>
internal static class LinearHiddenLayerRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from index in Enumerable.Range(0, network.DensePositions.Count - 1)
        let position = network.DensePositions[index]
        let next = network.DensePositions[index + 1]
        where !network.Dense(position).Frozen && !network.Dense(next).Frozen && IsLinear(network, position, next) && !IsBottleneck(network, position, next)
        select Problem.Of(
                RuleIds.LinearHiddenLayer, network.At(position, "activation"), network.Layers[position].Name, network.Layers[next].Name)
            .MendedBy($"Use {nameof(Act)}.{nameof(Act.Relu)}", new Edit.SetArgument(
                network.AttributeOf(position), "activation", $"{nameof(Act)}.{nameof(Act.Relu)}"));

    private static bool IsLinear(DeclaredNetwork network, int position, int next) =>
        Enumerable.Range(position, next - position).All(between => network.FunctionAt(between) == Act.Linear);

    /// <summary>Whether the layer is narrower than what is in front of it and behind it: the product of both maps has its rank.</summary>
    private static bool IsBottleneck(DeclaredNetwork network, int position, int next)
    {
        int units = network.Dense(position).Units;
        return units < network.FanIn(position) && units < network.Dense(next).Units;
    }
}
