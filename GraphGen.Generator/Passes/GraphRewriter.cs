using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Passes;

/// <summary>
/// Rebuilds a graph value by value, in order. A pass overrides <see cref="Rewrite"/>; the inputs that it sees are already
/// rewritten. Equal operations on equal inputs become one value.
/// </summary>
internal abstract class GraphRewriter : IPass
{
    public DataflowGraph Run(DataflowGraph graph)
    {
        var rewriting = new Rewriting(graph);
        foreach (var value in graph.Values)
        {
            rewriting.Builder.Layer = value.Layer;
            var inputs = value.Inputs.Select(input => rewriting.New[input]).ToArray();
            rewriting.New[value] = value.Operation is Leaf leaf
                ? rewriting.Builder.Leaf(leaf, value.Shape, value.Layer, value.Name)
                : Rewrite(rewriting, value, inputs);
        }

        foreach (var output in graph.Outputs)
        {
            rewriting.Builder.Output(output.Role, rewriting.New[output.Value], output.Parameter);
        }

        return rewriting.Builder.Build();
    }

    /// <summary>The new value that stands for <paramref name="old"/>.</summary>
    protected abstract Value Rewrite(Rewriting rewriting, Value old, Value[] inputs);

    /// <summary>One run: the old graph, the new one, and which value became which.</summary>
    protected sealed class Rewriting
    {
        private readonly Dictionary<(Operation Operation, int First, int Second, int Third), Value> known = [];

        public Rewriting(DataflowGraph old)
        {
            Old = old;
            OldUses = old.Uses();
        }

        public DataflowGraph Old { get; }

        public ILookup<Value, Value> OldUses { get; }

        public GraphBuilder Builder { get; } = new();

        public Dictionary<Value, Value> New { get; } = [];

        /// <summary>The value of that operation on those inputs: an existing one where there is one.</summary>
        public Value Apply(Operation operation, string name, params Value[] inputs)
        {
            bool isCommutative = operation is Add or Multiply;
            var ids = inputs.Select(input => input.Id).Concat([-1, -1]).Take(3).ToArray();
            var key = isCommutative ? (operation, Math.Min(ids[0], ids[1]), Math.Max(ids[0], ids[1]), -1) : (operation, ids[0], ids[1], ids[2]);
            if (!known.TryGetValue(key, out var value))
            {
                value = Builder.Apply(operation, name, inputs);
                known.Add(key, value);
            }

            return value;
        }

        /// <summary>Whether nothing but <paramref name="user"/> reads a value of the old graph.</summary>
        public bool IsOnlyUsedBy(Value old, Value user) =>
            OldUses[old].All(other => other == user) && Old.Outputs.All(output => output.Value != old);
    }
}
