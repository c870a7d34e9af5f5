using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Gradients;

/// <summary>Reverse-mode differentiation: appends the gradient of the loss by every trainable parameter to a forward graph.</summary>
internal static class Differentiation
{
    public static DataflowGraph Differentiate(GraphBuilder builder)
    {
        var forward = builder.Build();
        var loss = forward.Find(OutputRole.Loss) ?? throw new InvalidOperationException("A graph without a loss has no gradient.");
        var gradients = new Dictionary<Value, Value> { [loss] = builder.Constant(1) };
        foreach (var value in forward.Values.Reverse())
        {
            if (value.Operation is Leaf || !gradients.TryGetValue(value, out var gradient))
            {
                continue;
            }

            builder.Layer = value.Layer;
            var inputGradients = Rule(value)(builder, value, gradient);
            for (int input = 0; input < inputGradients.Length; input++)
            {
                Accumulate(builder, gradients, value.Inputs[input], inputGradients[input]);
            }
        }

        foreach (var value in forward.Values)
        {
            if (value.Operation is ParameterLeaf { Parameter: { Trainable: true } parameter })
            {
                builder.Output(OutputRole.Gradient, gradients[value], parameter);
            }
        }

        return builder.Build();
    }

    private static GradientRules.Rule Rule(Value value) =>
        GradientRules.Table.TryGetValue(value.Operation.GetType(), out var rule)
            ? rule
            : throw new InvalidOperationException($"No gradient rule for {value}.");

    private static void Accumulate(GraphBuilder builder, Dictionary<Value, Value> gradients, Value input, Value? gradient)
    {
        if (gradient is null || input.Operation is Constant or StepScalar)
        {
            return;
        }

        gradients[input] = gradients.TryGetValue(input, out var other)
            ? builder.Apply(new Add(), input.Name + "Gradient", other, gradient)
            : gradient;
    }
}
