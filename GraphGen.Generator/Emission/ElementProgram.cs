using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Emission;

/// <summary>Emits elementwise values as statements, and gives each value of a kernel a name of its own.</summary>
internal sealed class ElementProgram
{
    private readonly Dictionary<Value, string> names = [];
    private readonly HashSet<string> taken;

    /// <param name="reserved">Names that the kernel uses for something else.</param>
    public ElementProgram(params string[] reserved) => taken = new HashSet<string>(reserved);

    /// <summary>The name of a value: what it is to its layer, with a number where two of them meet.</summary>
    public string Name(Value value)
    {
        if (!names.TryGetValue(value, out string? name))
        {
            name = value.Name;
            for (int number = 2; !taken.Add(name); number++)
            {
                name = value.Name + "_" + Literal.Int(number);
            }

            names.Add(value, name);
        }

        return name;
    }

    /// <summary>Lets a value go by a name that something else defines.</summary>
    public void Bind(Value value, string name)
    {
        names[value] = name;
        taken.Add(name);
    }

    /// <summary>The formula of a value, for doc comments.</summary>
    public string Formula(Value value) => $"{Name(value)} = {ElementRules.Formula(value, value.Inputs.Select(Operand).ToList())}";

    private string Operand(Value value) => value.Operation is Constant constant ? Literal.Float(constant.Number).TrimEnd('f') : Name(value);

    /// <summary>One statement for each value.</summary>
    public void Write(SourceWriter writer, Target target, IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            var operands = value.Inputs.Select(input => input.Operation is Constant constant ? Number(target, constant.Number) : Name(input)).ToList();
            writer.Line($"var {Name(value)} = {ElementRules.Expression(target, value, operands)};");
        }
    }

    /// <summary>A number known at compile time, in every lane.</summary>
    public static string Number(Target target, double number) =>
        number == 1 ? target.Type + ".One" : target.Broadcast(Literal.Float(number));
}
