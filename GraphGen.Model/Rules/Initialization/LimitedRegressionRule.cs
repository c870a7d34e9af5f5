namespace GraphGen.Model;

/// <summary>
/// GG2010: an activation on the outputs of a regression that not every number can come out of. Softmax is another rule's, and whoever
/// reconstructs inputs or declares no loss of the network's own has chosen their range.
/// </summary>
internal static class LimitedRegressionRule
{
    /// <summary>SELU's lowest value, <c>-1.0507 * 1.6733</c> (Klambauer et al., 2017).</summary>
    private const string LowestSelu = "-1.758";

    public static IEnumerable<Problem> Check(DeclaredNetwork network)
    {
        int[] applied = [.. OutputActivations.Of(network)];
        if (!network.Network.Loss.IsRegression
            || applied.Length != 1
            || network.Layers.Skip(applied[0] + 1).Any(layer => layer is BatchNormSpec)
            || RangeOf(network.Layers[applied[0]]) is not { } range)
        {
            return [];
        }

        Act function = network.FunctionAt(applied[0]);
        string otherwise = function == Act.Sigmoid
            ? "declare [BinaryCrossEntropy] without an activation if the question is yes or no, else remove the activation"
            : "remove it unless every target lies there";
        return
        [
            Problem.Of(
                RuleIds.LimitedRegression,
                network.AtFunction(applied[0]),
                network.Layers[network.OutputPosition].Name,
                function.ToString(),
                range,
                network.Network.Loss.Kind.ToString(),
                otherwise).MendedByRemoving(network, applied[0]),
        ];
    }

    /// <summary>The numbers that the function of a layer gives, in words; null where it gives every number, or where another rule speaks.</summary>
    private static string? RangeOf(LayerSpec layer)
    {
        ActivationFunction function = layer is DenseSpec dense ? dense.Activation : ((ActivationSpec)layer).Activation;
        return function.Kind switch
        {
            Act.Sigmoid => "between 0 and 1",
            Act.Tanh => "between -1 and 1",
            Act.Relu => "0 or more",
            Act.LeakyRelu when function.Alpha == 0 => "0 or more",
            Act.Softplus => "above 0",
            Act.Elu => "above " + Text.Number(-function.Alpha),
            Act.Selu => "above " + LowestSelu,
            Act.Swish => "-0.2785 or more",
            Act.Gelu => "-0.17 or more",
            Act.Mish => "-0.3088 or more",
            Act.HardSwish => "-0.375 or more",
            _ => null,
        };
    }
}
