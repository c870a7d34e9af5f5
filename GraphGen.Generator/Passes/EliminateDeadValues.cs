using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>
/// Removes what no output needs: the gradient of the first layer's input, the gradients below the lowest trainable layer,
/// the gradients of frozen weights.
/// </summary>
internal sealed class EliminateDeadValues : IPass
{
    public DataflowGraph Run(DataflowGraph graph)
    {
        var alive = new HashSet<Value>(graph.Outputs.Select(output => output.Value));
        foreach (var value in graph.Values.Reverse().Where(alive.Contains))
        {
            alive.UnionWith(value.Inputs);
        }

        var copies = new Dictionary<Value, Value>();
        foreach (var value in graph.Values.Where(alive.Contains))
        {
            copies.Add(value, new Value(copies.Count, value.Operation, value.Inputs.Select(input => copies[input]).ToArray(), value.Shape, value.Layer, value.Name));
        }

        return new DataflowGraph(
            copies.Values.ToArray(),
            graph.Outputs.Select(output => output with { Value = copies[output.Value] }).ToArray());
    }
}
