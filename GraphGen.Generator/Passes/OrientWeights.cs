using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>
/// Lets some weight matrices lie in memory as <c>[units, inputs]</c>. Their gradient is then <c>dyᵀ x</c> instead of <c>xᵀ dy</c>, the
/// product of the input gradient multiplies with them as they lie, and that of the forward pass with their transpose.
/// </summary>
internal sealed class OrientWeights : IPass
{
    private readonly IReadOnlyDictionary<ParameterSpec, ParameterSpec> transposed;

    /// <param name="transposed">Which weights, and how they are then stored.</param>
    public OrientWeights(IReadOnlyDictionary<ParameterSpec, ParameterSpec> transposed) => this.transposed = transposed;

    public DataflowGraph Run(DataflowGraph graph)
    {
        var builder = new GraphBuilder();
        var renewed = new Dictionary<Value, Value>();
        var gradients = new HashSet<Value>(graph.Outputs
            .Where(output => output.Role == OutputRole.Gradient && transposed.ContainsKey(output.Parameter!)).SelectMany(output => Products(output.Value)));
        foreach (var value in graph.Values)
        {
            builder.Layer = value.Layer;
            var inputs = value.Inputs.Select(input => renewed[input]).ToArray();
            renewed[value] = value.Operation switch
            {
                ParameterLeaf leaf => builder.Parameter(Stored(leaf.Parameter)),
                AccumulatedGradient leaf => builder.Leaf(new AccumulatedGradient(Stored(leaf.Parameter)), Stored(leaf.Parameter).Shape, value.Layer, value.Name),
                Leaf leaf => builder.Leaf(leaf, value.Shape, value.Layer, value.Name),
                MatMul when gradients.Contains(value) => builder.Apply(value.Operation, value.Name, inputs[1], inputs[0]),
                MatMul product when inputs[1].Operation is ParameterLeaf { Parameter.IsTransposed: true } =>
                    builder.Apply(product with { TransposeRight = !product.TransposeRight }, value.Name, inputs),
                _ => builder.Apply(value.Operation, value.Name, inputs),
            };
        }

        foreach (var output in graph.Outputs)
        {
            builder.Output(output.Role, renewed[output.Value], output.Parameter is null ? null : Stored(output.Parameter));
        }

        return builder.Build();
    }

    /// <summary>The products that a weight gradient is the sum of.</summary>
    private static IEnumerable<Value> Products(Value gradient) => gradient.Operation switch
    {
        MatMul => [gradient],
        Add or Subtract => gradient.Inputs.SelectMany(Products),
        _ => [],
    };

    private ParameterSpec Stored(ParameterSpec parameter) => transposed.TryGetValue(parameter, out var stored) ? stored : parameter;
}
