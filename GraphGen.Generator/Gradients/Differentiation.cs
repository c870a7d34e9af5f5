using GraphGen.Generator.Graph;

namespace GraphGen.Generator.Gradients;

/// <summary>Reverse-mode differentiation: appends gradients of the loss to a forward graph.</summary>
internal static class Differentiation
{
    /// <summary>Appends the gradient by every trainable parameter.</summary>
    /// <param name="builder">The forward graph.</param>
    /// <param name="batches">
    /// Mini-batches that a step averages over. Of several, each adds its share to the gradients of those before.
    /// </param>
    public static DataflowGraph Differentiate(GraphBuilder builder, int batches = 1)
    {
        var forward = builder.Build();
        var terms = forward.Values.Where(value => value.Operation is ParameterLeaf).ToDictionary(value => value, _ => new List<Value>());
        Append(builder, forward, 1.0 / batches, terms);
        foreach (var value in forward.Values)
        {
            if (value.Operation is ParameterLeaf { Parameter: { Trainable: true } parameter })
            {
                builder.Layer = parameter.Layer;
                builder.Output(OutputRole.Gradient, Sum(builder, parameter, terms[value], batches), parameter);
            }
        }

        return builder.Build();
    }

    /// <summary>Appends the gradient by the rows alone.</summary>
    /// <param name="builder">The forward graph.</param>
    public static DataflowGraph DifferentiateByInput(GraphBuilder builder)
    {
        var forward = builder.Build();
        var gradients = Append(builder, forward, 1, []);
        builder.Output(OutputRole.InputGradient, gradients[forward.Values.Single(value => value.Operation is Input)]);
        return builder.Build();
    }

    /// <summary>
    /// Walks backwards through a graph. Returns the gradient by each value; those by the parameters of <paramref name="terms"/> are gathered there, term
    /// by term.
    /// </summary>
    private static Dictionary<Value, Value> Append(GraphBuilder builder, DataflowGraph forward, double factor, Dictionary<Value, List<Value>> terms)
    {
        var loss = forward.Find(OutputRole.Loss) ?? throw new InvalidOperationException("A graph without a loss has no gradient.");
        var gradients = new Dictionary<Value, Value> { [loss] = builder.Constant(factor) };
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
                if (terms.TryGetValue(value.Inputs[input], out var known) && inputGradients[input] is { } term)
                {
                    known.Add(term);
                }
                else
                {
                    Accumulate(builder, gradients, value.Inputs[input], inputGradients[input]);
                }
            }
        }

        return gradients;
    }

    /// <summary>
    /// The sum of a parameter's gradients, product by product: each adds to what the one before has left, and what earlier mini-batches have
    /// left comes first. All else, such as a penalty, comes with the last product, so that the sum is complete with it.
    /// </summary>
    private static Value Sum(GraphBuilder builder, ParameterSpec parameter, List<Value> terms, int batches)
    {
        string name = Names.CamelCase(parameter.Role.ToString()) + "Gradient";
        var products = terms.Where(term => term.Operation is MatMul).ToList();
        var last = terms.Except(products.Take(products.Count - 1)).Aggregate(Added);
        var earlier = products.Take(products.Count - 1);
        if (batches > 1)
        {
            earlier = earlier.Prepend(builder.Leaf(new AccumulatedGradient(parameter), parameter.Shape, parameter.Layer, "earlier" + parameter.Role + "Gradient"));
        }

        return earlier.Append(last).Aggregate(Added);

        Value Added(Value left, Value right) => builder.Apply(new Add(), name, left, right);
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
