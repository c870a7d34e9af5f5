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
        bool[] alive = Alive(graph);
        var copies = new Value[graph.Values.Count];
        var kept = new List<Value>();
        foreach (var value in graph.Values.Where(value => alive[value.Id]))
        {
            var inputs = value.Inputs.Select(input => copies[input.Id]).ToArray();
            kept.Add(copies[value.Id] = new Value(kept.Count, value.Operation, inputs, value.Shape, value.Layer, value.Name));
        }

        return new DataflowGraph(
            kept.ToArray(),
            graph.Outputs.Select(output => output with { Value = copies[output.Value.Id] }).ToArray());
    }

    /// <summary>Which values an output needs, by their numbers.</summary>
    private static bool[] Alive(DataflowGraph graph)
    {
        var alive = new bool[graph.Values.Count];
        foreach (var output in graph.Outputs)
        {
            alive[output.Value.Id] = true;
        }

        foreach (var input in graph.Values.Reverse().Where(value => alive[value.Id]).SelectMany(value => value.Inputs))
        {
            alive[input.Id] = true;
        }

        return alive;
    }
}
