using System.Globalization;

namespace GraphGen.Generator.Graph;

/// <summary>A value of the graph: defined once, by one operation on values defined before it.</summary>
internal sealed class Value
{
    public Value(int id, Operation operation, IReadOnlyList<Value> inputs, Shape shape, string layer, string name)
    {
        Id = id;
        Operation = operation;
        Inputs = inputs;
        Shape = shape;
        Layer = layer;
        Name = name;
    }

    /// <summary>The position in the graph: inputs have smaller numbers.</summary>
    public int Id { get; }

    public Operation Operation { get; }

    public IReadOnlyList<Value> Inputs { get; }

    public Shape Shape { get; }

    /// <summary>The member name of the layer that it belongs to, such as <c>Dense1</c>; empty for numbers.</summary>
    public string Layer { get; }

    /// <summary>What it is to its layer, in camel case and the same for all layers of a kind, such as <c>elu</c>.</summary>
    public string Name { get; }

    public override string ToString() =>
        $"%{Id.ToString(CultureInfo.InvariantCulture)} {Layer}.{Name} = {Operation} ({string.Join(", ", Inputs.Select(input => "%" + input.Id.ToString(CultureInfo.InvariantCulture)))}) : {Shape}";
}
