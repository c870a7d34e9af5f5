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
            var inputs = value.Inputs.Select(input => rewriting.New[input.Id]).ToArray();
            rewriting.New[value.Id] = value.Operation is Leaf leaf
                ? rewriting.Builder.Leaf(leaf, value.Shape, value.Layer, value.Name)
                : Rewrite(rewriting, value, inputs);
        }

        foreach (var output in graph.Outputs)
        {
            rewriting.Builder.Output(output.Role, rewriting.New[output.Value.Id], output.Parameter);
        }

        return rewriting.Builder.Build();
    }

    /// <summary>The new value that stands for <paramref name="old"/>.</summary>
    protected abstract Value Rewrite(Rewriting rewriting, Value old, Value[] inputs);

    /// <summary>One run: the old graph, the new one, and which value became which.</summary>
    protected sealed class Rewriting
    {
        private readonly Dictionary<(Operation Operation, int First, int Second, int Third), Value> known = [];
        private ILookup<Value, Value>? oldUses;

        public Rewriting(DataflowGraph old)
        {
            Old = old;
            New = new Value[old.Values.Count];
        }

        public DataflowGraph Old { get; }

        public GraphBuilder Builder { get; } = new();

        /// <summary>What the values of the old graph became, by their numbers.</summary>
        public Value[] New { get; }

        /// <summary>The value of that operation on those inputs: an existing one where there is one.</summary>
        public Value Apply(Operation operation, string name, params Value[] inputs)
        {
            bool isCommutative = operation is Add or Multiply;
            int first = Id(0), second = Id(1);
            var key = isCommutative ? (operation, Math.Min(first, second), Math.Max(first, second), -1) : (operation, first, second, Id(2));
            if (!known.TryGetValue(key, out var value))
            {
                value = Builder.Apply(operation, name, inputs);
                known.Add(key, value);
            }

            return value;

            int Id(int input) => input < inputs.Length ? inputs[input].Id : -1;
        }

        /// <summary>Whether nothing but <paramref name="user"/> reads a value of the old graph.</summary>
        public bool IsOnlyUsedBy(Value old, Value user) =>
            (oldUses ??= Old.Uses())[old].All(other => other == user) && Old.Outputs.All(output => output.Value != old);
    }
}
