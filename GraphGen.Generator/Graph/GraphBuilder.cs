namespace GraphGen.Generator.Graph;

/// <summary>Appends values to a graph under construction and infers their shapes.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Value> values = [];
    private readonly List<Output> outputs = [];
    private readonly Dictionary<Leaf, Value> leaves = [];

    public IReadOnlyList<Value> Values => values;

    /// <summary>The layer that appended values belong to.</summary>
    public string Layer { get; set; } = "";

    public DataflowGraph Build()
    {
        var graph = new DataflowGraph(values.ToArray(), outputs.ToArray());
        Verifier.Verify(graph);
        return graph;
    }

    /// <summary>The leaf of that kind, which exists once.</summary>
    public Value Leaf(Leaf operation, Shape shape, string layer, string name)
    {
        if (!leaves.TryGetValue(operation, out var value))
        {
            value = Append(operation, [], shape, layer, name);
            leaves.Add(operation, value);
        }

        return value;
    }

    public Value Parameter(ParameterSpec parameter) =>
        Leaf(new ParameterLeaf(parameter), parameter.Shape, parameter.Layer, Names.CamelCase(parameter.Role.ToString()));

    public Value Constant(double number) => Leaf(new Constant(number), Shape.Scalar, "", "constant");

    public Value Scalar(StepScalarKind kind) => Leaf(new StepScalar(kind), Shape.Scalar, "", Names.CamelCase(kind.ToString()));

    /// <summary>Appends an operation on values of this graph.</summary>
    public Value Apply(Operation operation, string name, params Value[] inputs) =>
        Append(operation, inputs, ShapeInference.Infer(operation, inputs), Layer, name);

    public void Output(OutputRole role, Value value, ParameterSpec? parameter = null) => outputs.Add(new Output(role, value, parameter));

    private Value Append(Operation operation, IReadOnlyList<Value> inputs, Shape shape, string layer, string name)
    {
        var value = new Value(values.Count, operation, inputs, shape, layer, name);
        values.Add(value);
        return value;
    }
}
