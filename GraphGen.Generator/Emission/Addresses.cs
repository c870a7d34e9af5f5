using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>Where the values of a plan lie, as C# text and as named constants.</summary>
internal sealed class Addresses
{
    private readonly GraphPlan plan;
    private readonly ParameterLayout parameters;
    private readonly string layout;
    private readonly Dictionary<Value, string> names = [];
    private readonly HashSet<string> taken = ["Blocks"];

    /// <param name="plan">The plan.</param>
    /// <param name="parameters">The places of the parameters.</param>
    /// <param name="layout">The emitted class that holds the constants of the workspace.</param>
    public Addresses(GraphPlan plan, ParameterLayout parameters, string layout)
    {
        this.plan = plan;
        this.parameters = parameters;
        this.layout = layout;
    }

    /// <summary>A reference to a value's first float. Workspace matrices need the local <c>stride</c>.</summary>
    public string Of(Value value) => plan[value] switch
    {
        WorkspaceMatrix => $"ref Unsafe.Add(ref workspace, {layout}.{Name(value)} * stride)",
        WorkspaceVector => $"ref memory.Vectors.At({layout}.{Name(value)})",
        InParameters place => $"ref memory.Parameters.At(Offsets.{Parameter(place.Offset)})",
        InGradients place => $"ref memory.Gradients.At(Offsets.{Parameter(place.Offset)})",
        InAverages place => $"ref memory.Averages.At(Offsets.{Parameter(place.Offset)})",
        InDerived => $"ref memory.Derived.At(Derived.{Name(value)})",
        var other => throw new InvalidOperationException($"No text for {other}."),
    };

    /// <summary>The value's name as a local variable.</summary>
    public string Local(Value value) => Names.CamelCase(plan[value] is InParameters { Offset: var offset } && value.Operation is ParameterLeaf ? Parameter(offset) : Name(value));

    /// <summary>A reference to the transposed copy of a weight matrix.</summary>
    public static string OfTransposed(ParameterSpec weight) => $"ref memory.Derived.At(Derived.{weight.Identifier}Transposed)";

    /// <summary>Writes the places of vectors that are computed from parameters.</summary>
    public void WriteDerived(SourceWriter writer)
    {
        foreach (var value in plan.Graph.Values.Where(names.ContainsKey))
        {
            if (plan[value] is InDerived place)
            {
                writer.Line($"public const int {names[value]} = {Literal.Int(place.Offset)};");
            }
        }
    }

    /// <summary>Writes the places in the workspace.</summary>
    public void WriteConstants(SourceWriter writer)
    {
        writer.Summary("Column blocks of all matrices together: 16 floats each for every row.");
        writer.Line($"public const int Blocks = {Literal.Int(plan.WorkspaceBlocks)};");
        foreach (var value in plan.Graph.Values.Where(value => names.ContainsKey(value)))
        {
            if (plan[value] is WorkspaceMatrix matrix)
            {
                writer.Line($"public const int {names[value]} = {Literal.Int(matrix.Block)};");
            }
            else if (plan[value] is WorkspaceVector vector)
            {
                writer.Line($"public const int {names[value]} = {Literal.Int(vector.Offset)};");
            }
        }
    }

    /// <summary>A value's name among those of all layers, such as <c>Dense1Elu</c>.</summary>
    public static string NameOf(Value value) => Names.PascalCase(value.Layer) + Names.PascalCase(value.Name);

    private string Name(Value value)
    {
        if (!names.TryGetValue(value, out string? name))
        {
            string stem = NameOf(value);
            name = stem;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = stem + Literal.Int(number);
            }

            names.Add(value, name);
        }

        return name;
    }

    private string Parameter(int offset) => parameters.At(offset).Identifier;
}
