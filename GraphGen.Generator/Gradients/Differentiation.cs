using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Gradients;

/// <summary>Reverse-mode differentiation: appends the gradient of the loss by every trainable parameter to a forward graph.</summary>
internal static class Differentiation
{
    /// <param name="builder">The forward graph.</param>
    /// <param name="batches">
    /// Mini-batches that a step averages over. Of several, each adds its share to the gradients of those before.
    /// </param>
    public static DataflowGraph Differentiate(GraphBuilder builder, int batches = 1)
    {
        var forward = builder.Build();
        var loss = forward.Find(OutputRole.Loss) ?? throw new InvalidOperationException("A graph without a loss has no gradient.");
        var gradients = new Dictionary<Value, Value> { [loss] = builder.Constant(1.0 / batches) };
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
                builder.Layer = parameter.Layer;
                builder.Output(OutputRole.Gradient, batches == 1 ? gradients[value] : Added(builder, parameter, gradients[value]), parameter);
            }
        }

        return builder.Build();
    }

    private static Value Added(GraphBuilder builder, ParameterSpec parameter, Value gradient)
    {
        var earlier = builder.Leaf(new AccumulatedGradient(parameter), parameter.Shape, parameter.Layer, "earlier" + parameter.Role + "Gradient");
        return builder.Apply(new Add(), Names.CamelCase(parameter.Role.ToString()) + "Gradient", earlier, gradient);
    }

    private static GradientRules.Rule Rule(Value value) =>
        GradientRules.Table.TryGetValue(value.Operation.GetType(), out var rule)
            ? rule
            : throw new InvalidOperationException($"No gradient rule for {value}.");

    private static void Accumulate(GraphBuilder builder, Dictionary<Value, Value> gradients, Value input, Value? gradient)
    {
        if (gradient is null || input.Operation is Constant or StepNumber)
        {
            return;
        }

        gradients[input] = gradients.TryGetValue(input, out var other)
            ? builder.Apply(new Add(), input.Name + "Gradient", other, gradient)
            : gradient;
    }
}
