using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>The emission rule of each elementwise operation: its text for a target, and its formula for people.</summary>
internal static class ElementRules
{
    /// <summary>The expression of an operation on operands that are names or calls.</summary>
    public static string Expression(Target target, Value value, IReadOnlyList<string> operands) => value.Operation switch
    {
        Add => $"{operands[0]} + {operands[1]}",
        Subtract => $"{operands[0]} - {operands[1]}",
        Multiply => $"{operands[0]} * {operands[1]}",
        Divide => $"{operands[0]} / {operands[1]}",
        SquareRoot => $"{target.Static}.Sqrt({operands[0]})",
        Minimum => $"{target.Static}.Min({operands[0]}, {operands[1]})",
        MultiplyAdd => target.Fma(operands[0], operands[1], operands[2]),
        NegatedMultiplyAdd => string.Format(System.Globalization.CultureInfo.InvariantCulture, target.NegatedMultiplyAdd, operands.ToArray<object>()),
        MultiplySubtract => string.Format(System.Globalization.CultureInfo.InvariantCulture, target.MultiplySubtract, operands.ToArray<object>()),
        Normalize => $"({operands[0]} - {operands[1]}) * {operands[2]}",
        Activate activate => Activation(target, activate.Function, operands[0]),
        ActivateGradient gradient => ActivationGradient(target, gradient.Function, operands[0], operands[1]),
        Drop => $"{operands[0]} * {operands[1]}",
        _ => throw new InvalidOperationException($"No emission rule for {value}."),
    };

    /// <summary>The formula in mathematical notation.</summary>
    public static string Formula(Value value, IReadOnlyList<string> names) => value.Operation switch
    {
        Add => $"{names[0]} + {names[1]}",
        Subtract => $"{names[0]} − {names[1]}",
        Multiply => $"{names[0]} · {names[1]}",
        Divide => $"{names[0]} / {names[1]}",
        SquareRoot => $"√{names[0]}",
        Minimum => $"min({names[0]}, {names[1]})",
        MultiplyAdd => $"{names[0]} · {names[1]} + {names[2]}",
        NegatedMultiplyAdd => $"{names[2]} − {names[0]} · {names[1]}",
        MultiplySubtract => $"{names[0]} · {names[1]} − {names[2]}",
        Normalize => $"({names[0]} − {names[1]}) · {names[2]}",
        Activate activate => $"{Names.CamelCase(activate.Function.ToString())}({names[0]})",
        ActivateGradient gradient => $"{names[0]} · {Names.CamelCase(gradient.Function.ToString())}′ at {names[1]}",
        Drop drop => $"{names[0]} · mask / (1 − {Literal.Double(drop.Rate).TrimEnd('d')})",
        SumRows => $"Σ {names[0]} over the rows",
        _ => throw new InvalidOperationException($"No formula for {value}."),
    };

    private static string Activation(Target target, Act function, string z)
    {
        string vector = target.Static, zero = target.Type + ".Zero";
        string positive = $"{vector}.MaxNative({zero}, {z})", negative = $"{vector}.MinNative({zero}, {z})";
        return function switch
        {
            Act.Sigmoid => $"VectorMath.Sigmoid({z})",
            Act.Tanh => $"VectorMath.Tanh({z})",
            Act.Relu => positive,
            Act.LeakyRelu => $"{vector}.MaxNative({z} * {target.Broadcast(Literal.Float(Activations.LeakySlope))}, {z})",
            Act.Elu => $"{positive} + VectorMath.ExpM1({negative})",
            Act.Selu => target.Fma(
                target.Broadcast(Literal.Float(Activations.SeluScale)),
                positive,
                $"{target.Broadcast(Literal.Float(Activations.SeluScale * Activations.SeluAlpha))} * VectorMath.ExpM1({negative})"),
            Act.Swish => $"{z} * VectorMath.Sigmoid({z})",
            _ => throw new InvalidOperationException($"No emission rule for {function}."),
        };
    }

    /// <summary><paramref name="known"/> is the output <c>y</c>, or the input <c>z</c> for the functions that need it.</summary>
    private static string ActivationGradient(Target target, Act function, string dy, string known)
    {
        string vector = target.Static, zero = target.Type + ".Zero", one = target.Type + ".One";
        string isPositive = $"{vector}.GreaterThan({known}, {zero})";
        return function switch
        {
            Act.Sigmoid => $"{dy} * ({known} * ({one} - {known}))",
            Act.Tanh => $"{dy} * ({one} - {known} * {known})",
            Act.Relu => $"{vector}.ConditionalSelect({isPositive}, {dy}, {zero})",
            Act.LeakyRelu => $"{vector}.ConditionalSelect({isPositive}, {dy}, {dy} * {target.Broadcast(Literal.Float(Activations.LeakySlope))})",
            Act.Elu => $"{dy} * ({vector}.MinNative({known}, {zero}) + {one})",
            Act.Selu => $"{dy} * {vector}.ConditionalSelect({isPositive}, {target.Broadcast(Literal.Float(Activations.SeluScale))}, " +
                $"{known} + {target.Broadcast(Literal.Float(Activations.SeluScale * Activations.SeluAlpha))})",
            Act.Swish => $"{dy} * VectorMath.SwishSlope({known})",
            _ => throw new InvalidOperationException($"No emission rule for the gradient of {function}."),
        };
    }
}
