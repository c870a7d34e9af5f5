namespace GraphGen.Model;

/// <summary>
/// GG3013: sparsity judges the mean activation of units as the probability that they are active, which only that of a sigmoid or softmax is.
/// </summary>
internal static class SparsityRule
{
    public static IEnumerable<Problem> Check(DeclaredNetwork network) =>
        from position in Enumerable.Range(0, network.Layers.Count)
        where network.Layers[position] is SparsitySpec { Weight: > 0 } && !IsProbability(network, position)
        select Problem.Of(RuleIds.SparsityWithoutSigmoid, network.At(position), network.Layers[position].Name, InFront(network, position));

    /// <summary>Dropout and other penalties keep or scale what comes in; everything else has the last word.</summary>
    private static int? Source(DeclaredNetwork network, int position)
    {
        int front = position - 1;
        while (front >= 0 && network.Layers[front] is DropoutSpec or ActivityRegularizationSpec or SparsitySpec or ActivationSpec { Activation.Kind: Act.Linear })
        {
            front--;
        }

        return front < 0 ? null : front;
    }

    private static bool IsProbability(DeclaredNetwork network, int position) =>
        Source(network, position) is not { } front || network.FunctionAt(front) is Act.Sigmoid or Act.Softmax;

    private static string InFront(DeclaredNetwork network, int position)
    {
        int front = Source(network, position)!.Value;
        string function = network.FunctionAt(front) == Act.Linear ? "no activation" : $"{nameof(Act)}.{network.FunctionAt(front)}";
        return $"'{network.Layers[front].Name}' has {function}";
    }
}
