namespace GraphGen.Generator.Graph;

/// <summary>What a graph computes: values in an order in which each is defined before it is used, and the outputs among them.</summary>
internal sealed class DataflowGraph
{
    public DataflowGraph(IReadOnlyList<Value> values, IReadOnlyList<Output> outputs)
    {
        Values = values;
        Outputs = outputs;
    }

    public IReadOnlyList<Value> Values { get; }

    public IReadOnlyList<Output> Outputs { get; }

    /// <summary>The values that are read from outside once the graph has run.</summary>
    public IEnumerable<Value> Results => Outputs
        .Where(output => output.Role is OutputRole.Prediction or OutputRole.Features or OutputRole.ChainStates or OutputRole.InputGradient)
        .Select(output => output.Value);

    public Value? Find(OutputRole role) => Outputs.FirstOrDefault(output => output.Role == role)?.Value;

    /// <summary>The values that read each value.</summary>
    public ILookup<Value, Value> Uses() =>
        Values.SelectMany(user => user.Inputs.Distinct().Select(input => (input, user))).ToLookup(pair => pair.input, pair => pair.user);

    public override string ToString() =>
        string.Join("\n", Values.Select(value => value.ToString()).Concat(Outputs.Select(output => $"{output.Role} {output.Parameter?.Name} <- %{output.Value.Id}")));
}

/// <summary>What an output is for.</summary>
internal enum OutputRole
{
    /// <summary>The loss, penalties included.</summary>
    Loss,

    /// <summary>The values before the loss: logits, or the predictions of a regression.</summary>
    Logits,

    /// <summary>What Predict returns.</summary>
    Prediction,

    /// <summary>What the frozen layers in front make of the rows.</summary>
    Features,

    /// <summary>The hidden units that the Gibbs chains of this step end in, where the next step goes on.</summary>
    ChainStates,

    /// <summary>The gradient of the loss by a parameter.</summary>
    Gradient,

    /// <summary>The gradient of the loss by the rows.</summary>
    InputGradient,

    /// <summary>The new value of a parameter or moving statistic.</summary>
    Update,

    /// <summary>In the optimizer's update: the new parameter and the new memory.</summary>
    NewParameter,
    NewSlot1,
    NewSlot2,

    /// <summary>The new moving average of a parameter: in the optimizer's update, or of the parameter that the output names.</summary>
    NewAverage,
}

/// <summary>One output of a graph, and the parameter that it belongs to where there is one.</summary>
internal sealed record Output(OutputRole Role, Value Value, ParameterSpec? Parameter = null);
