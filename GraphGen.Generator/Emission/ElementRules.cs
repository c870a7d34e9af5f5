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
        Maximum => $"{target.Static}.Max({operands[0]}, {operands[1]})",
        Absolute => $"{target.Static}.Abs({operands[0]})",
        Sign => $"{target.Static}.ConditionalSelect({target.Static}.Equals({operands[0]}, {target.Type}.Zero), {target.Type}.Zero, {target.Static}.CopySign({target.Type}.One, {operands[0]}))",
        MultiplyAdd => target.Fma(operands[0], operands[1], operands[2]),
        NegatedMultiplyAdd => string.Format(System.Globalization.CultureInfo.InvariantCulture, target.NegatedMultiplyAdd, operands.ToArray<object>()),
        MultiplySubtract => string.Format(System.Globalization.CultureInfo.InvariantCulture, target.MultiplySubtract, operands.ToArray<object>()),
        Select => $"{target.Static}.ConditionalSelect({target.Static}.GreaterThan({operands[0]}, {target.Type}.Zero), {operands[1]}, {operands[2]})",
        Normalize => $"({operands[0]} - {operands[1]}) * {operands[2]}",
        Activate activate => Activation(target, activate.Function, operands[0]),
        ActivateGradient gradient => ActivationGradient(target, gradient.Function, operands[0], operands[1]),
        Rectify => Rectified(target, operands[0], operands[0], operands[1]),
        RectifyGradient => Rectified(target, operands[1], operands[0], operands[2]),
        Drop => $"{operands[0]} * {operands[1]}",
        AlphaDrop drop => AlphaDropped(target, drop.Rate, operands[0], operands[1]),
        AddNoise noise => target.Fma(operands[1], target.Broadcast(Literal.Float(noise.Deviation)), operands[0]),
        DrawUnit => $"{target.Static}.ConditionalSelect({target.Static}.LessThan({operands[1]}, {operands[0]}), {target.Type}.One, {target.Type}.Zero)",
        Divergence divergence => Divergence(target, divergence.Target, operands[0]),
        DivergenceGradient divergence => DivergenceGradient(target, divergence.Target, operands[0], operands[1]),
        RandomRectify rectify => Rectified(target, operands[0], operands[0], DrawnSlope(target, rectify.Function, operands[1])),
        RandomRectifyGradient rectify => Rectified(target, operands[1], operands[0], DrawnSlope(target, rectify.Function, operands[2])),
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
        Maximum => $"max({names[0]}, {names[1]})",
        Absolute => $"|{names[0]}|",
        Sign => $"sign({names[0]})",
        MultiplyAdd => $"{names[0]} · {names[1]} + {names[2]}",
        NegatedMultiplyAdd => $"{names[2]} − {names[0]} · {names[1]}",
        MultiplySubtract => $"{names[0]} · {names[1]} − {names[2]}",
        Select => $"{names[1]} where {names[0]}, else {names[2]}",
        Normalize => $"({names[0]} − {names[1]}) · {names[2]}",
        Activate activate => $"{Function(activate.Function)}({names[0]})",
        ActivateGradient gradient => $"{names[0]} · {Function(gradient.Function)}′ at {names[1]}",
        Rectify => $"{names[0]} where positive, else {names[1]} · {names[0]}",
        RectifyGradient => $"{names[0]} where {names[1]} is positive, else {names[2]} · {names[0]}",
        Drop drop => $"{names[0]} · mask / (1 − {Literal.Double(drop.Rate).TrimEnd('d')})",
        AlphaDrop drop => AlphaDropFormula(drop.Rate, names[0]),
        AddNoise noise => $"{names[0]} + {Literal.Float(noise.Deviation).TrimEnd('f')} · normal",
        DrawUnit => $"1 with probability {names[0]}, else 0",
        Divergence divergence => $"KL({Literal.Float(divergence.Target).TrimEnd('f')} ‖ {names[0]})",
        DivergenceGradient divergence => $"{names[0]} · ({Literal.Float(1 - divergence.Target).TrimEnd('f')} / (1 − {names[1]}) − {Literal.Float(divergence.Target).TrimEnd('f')} / {names[1]})",
        RandomRectify => $"{names[0]} where positive, else a drawn slope · {names[0]}",
        RandomRectifyGradient => $"{names[0]} where {names[1]} is positive, else the drawn slope · {names[0]}",
        SumRows => $"Σ {names[0]} over the rows",
        _ => throw new InvalidOperationException($"No formula for {value}."),
    };

    /// <summary>An activation's name in a formula, with its slope where that is not the usual one.</summary>
    private static string Function(ActivationFunction function) =>
        Names.CamelCase(function.Kind.ToString()) + (function == ActivationFunction.Of(function.Kind) ? "" : "[" + Literal.Float(function.Alpha).TrimEnd('f') + "]");

    private static string AlphaDropFormula(double rate, string x)
    {
        var (scale, shift, dropped) = Activations.AlphaDropout(rate);
        return $"{Literal.Float(scale).TrimEnd('f')} · {x} + {Literal.Float(shift).TrimEnd('f')} where kept, else {Literal.Float(dropped).TrimEnd('f')}";
    }

    private static string Activation(Target target, ActivationFunction function, string z)
    {
        string vector = target.Static, zero = target.Type + ".Zero", alpha = target.Broadcast(Literal.Float(function.Alpha));
        string positive = $"{vector}.MaxNative({zero}, {z})", negative = $"{vector}.MinNative({zero}, {z})";
        return function.Kind switch
        {
            Act.Sigmoid => $"VectorMath.Sigmoid({z})",
            Act.Tanh => $"VectorMath.Tanh({z})",
            Act.Relu => positive,
            Act.LeakyRelu => $"{vector}.MaxNative({z} * {alpha}, {z})",
            Act.Elu when function.Alpha == 1 => $"{positive} + VectorMath.ExpM1({negative})",
            Act.Elu => target.Fma(alpha, $"VectorMath.ExpM1({negative})", positive),
            Act.Selu => target.Fma(
                target.Broadcast(Literal.Float(Activations.SeluScale)),
                positive,
                $"{target.Broadcast(Literal.Float(Activations.SeluScale * Activations.SeluAlpha))} * VectorMath.ExpM1({negative})"),
            Act.Swish => $"{z} * VectorMath.Sigmoid({z})",
            Act.Gelu => $"VectorMath.Gelu({z})",
            Act.Mish => $"VectorMath.Mish({z})",
            Act.Softplus => $"VectorMath.Softplus({z})",
            Act.HardSwish => $"{z} * {HardSigmoid(target, z)}",
            _ => throw new InvalidOperationException($"No emission rule for {function}."),
        };
    }

    /// <summary><paramref name="known"/> is the output <c>y</c>, or the input <c>z</c> for the functions that need it.</summary>
    private static string ActivationGradient(Target target, ActivationFunction function, string dy, string known)
    {
        string vector = target.Static, zero = target.Type + ".Zero", one = target.Type + ".One", alpha = target.Broadcast(Literal.Float(function.Alpha));
        string isPositive = $"{vector}.GreaterThan({known}, {zero})";
        return function.Kind switch
        {
            Act.Sigmoid => $"{dy} * ({known} * ({one} - {known}))",
            Act.Tanh => $"{dy} * ({one} - {known} * {known})",
            Act.Relu => $"{vector}.ConditionalSelect({isPositive}, {dy}, {zero})",
            Act.LeakyRelu => $"{vector}.ConditionalSelect({isPositive}, {dy}, {dy} * {alpha})",
            Act.Elu when function.Alpha == 1 => $"{dy} * ({vector}.MinNative({known}, {zero}) + {one})",
            Act.Elu => $"{dy} * {vector}.ConditionalSelect({isPositive}, {one}, {known} + {alpha})",
            Act.Selu => $"{dy} * {vector}.ConditionalSelect({isPositive}, {target.Broadcast(Literal.Float(Activations.SeluScale))}, " +
                $"{known} + {target.Broadcast(Literal.Float(Activations.SeluScale * Activations.SeluAlpha))})",
            Act.Swish => $"{dy} * VectorMath.SwishSlope({known})",
            Act.Gelu => $"{dy} * VectorMath.GeluSlope({known})",
            Act.Mish => $"{dy} * VectorMath.MishSlope({known})",

            // The derivative is sigmoid(z), and exp(-y) is what it lacks to one.
            Act.Softplus => $"{dy} * -VectorMath.ExpM1(-{known})",

            // Between -3 and 3 the derivative is (2 z + 3) / 6, outside it is that of zero or z.
            Act.HardSwish => $"{dy} * {vector}.ConditionalSelect({vector}.LessThan({vector}.Abs({known}), {target.Broadcast("3f")}), " +
                $"{target.Fma(known, target.Broadcast(Literal.Float(1.0 / 3)), target.Broadcast("0.5f"))}, {HardSigmoid(target, known)})",
            _ => throw new InvalidOperationException($"No emission rule for the gradient of {function}."),
        };
    }

    /// <summary><c>min(max(z + 3, 0), 6) / 6</c>.</summary>
    private static string HardSigmoid(Target target, string z) =>
        $"{target.Static}.MinNative({target.Type}.One, {target.Static}.MaxNative({target.Type}.Zero, {target.Fma(z, target.Broadcast(Literal.Float(1.0 / 6)), target.Broadcast("0.5f"))}))";

    /// <summary>Where <paramref name="sign"/> is positive one value, else it times a slope.</summary>
    private static string Rectified(Target target, string sign, string value, string slope) =>
        $"{target.Static}.ConditionalSelect({target.Static}.GreaterThan({sign}, {target.Type}.Zero), {value}, {value} * {slope})";

    private static string Divergence(Target target, double coin, string r)
    {
        string heads = target.Broadcast(Literal.Float(coin)), tails = target.Broadcast(Literal.Float(1 - coin));
        string entropy = target.Broadcast(Literal.Float((coin * Math.Log(coin)) + ((1 - coin) * Math.Log(1 - coin))));
        return $"{entropy} - {heads} * VectorMath.Log({Cut(target, r)}) - {tails} * VectorMath.Log({target.Type}.One - {Cut(target, r)})";
    }

    private static string DivergenceGradient(Target target, double coin, string dy, string r) =>
        $"{dy} * ({target.Broadcast(Literal.Float(1 - coin))} / ({target.Type}.One - {Cut(target, r)}) - {target.Broadcast(Literal.Float(coin))} / {Cut(target, r)})";

    /// <summary>A share, kept away from nothing and all.</summary>
    private static string Cut(Target target, string r) =>
        $"{target.Static}.MinNative({target.Broadcast(Literal.Float(1 - Graph.Divergence.Least))}, {target.Static}.MaxNative({target.Broadcast(Literal.Float(Graph.Divergence.Least))}, {r}))";

    /// <summary>A slope of RReLU from a number drawn on [0, 1).</summary>
    private static string DrawnSlope(Target target, ActivationFunction function, string drawn) => "(" + target.Fma(
        drawn, target.Broadcast(Literal.Float(function.UpperAlpha - function.Alpha)), target.Broadcast(Literal.Float(function.Alpha))) + ")";

    /// <summary>Alpha dropout of <paramref name="x"/>, of which a mask is zero where it is dropped.</summary>
    private static string AlphaDropped(Target target, double rate, string x, string mask)
    {
        var (scale, shift, dropped) = Activations.AlphaDropout(rate);
        return $"{target.Static}.ConditionalSelect({target.Static}.Equals({mask}, {target.Type}.Zero), {target.Broadcast(Literal.Float(dropped))}, " +
            $"{target.Fma(x, target.Broadcast(Literal.Float(scale)), target.Broadcast(Literal.Float(shift)))})";
    }
}
