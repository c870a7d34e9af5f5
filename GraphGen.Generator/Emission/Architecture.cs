using System.Globalization;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>
/// What predictions depend on besides the parameters, a line for the input, for each layer and for the output. Checkpoints keep it and are refused where it
/// differs: so its words must stay what they are.
/// </summary>
internal static class Architecture
{
    public static IEnumerable<string> Of(NetworkSpec network)
    {
        yield return $"Input({Literal.Int(network.InputSize)})";
        foreach (LayerSpec layer in network.Layers)
        {
            if (Of(layer, network) is { } text)
            {
                yield return $"{layer.Key}: {text}";
            }
        }

        yield return $"Output({LinkOf(network.Loss.Kind)})";
    }

    /// <summary>Null for layers that predictions pass by.</summary>
    private static string? Of(LayerSpec layer, NetworkSpec network) => layer switch
    {
        DenseSpec dense => Of(dense, dense.TiedTo is null ? null : network.TiedSource(dense)),
        ActivationSpec activation => $"Activation({Of(activation.Activation)})",
        BatchNormSpec batchNorm => $"BatchNorm({Number(batchNorm.Epsilon)})",
        DropoutSpec or AlphaDropoutSpec or GaussianNoiseSpec or ActivityRegularizationSpec or SparsitySpec => null,
        _ => throw new InvalidOperationException($"No words for {layer}."),
    };

    private static string Of(DenseSpec dense, DenseSpec? tiedTo) =>
        $"Dense({Literal.Int(dense.Units)}, {Of(dense.Activation)}{(tiedTo is null ? "" : $", tied to {tiedTo.Key}")}{(dense.Bias ? "" : ", no bias")})";

    /// <summary>The function with what decides its predictions: of RReLU the mean slope, of PReLU nothing, since its slopes are parameters.</summary>
    private static string Of(ActivationFunction function) => function.Kind switch
    {
        Act.LeakyRelu or Act.Elu => $"{function.Kind}({Number(function.Alpha)})",
        Act.RRelu => $"{function.Kind}({Number(function.MeanAlpha)})",
        _ => function.Kind.ToString(),
    };

    /// <summary>What turns the last layer's outputs into predictions.</summary>
    private static Act LinkOf(LossKind loss) => loss switch
    {
        LossKind.SoftmaxCrossEntropy => Act.Softmax,
        LossKind.BinaryCrossEntropy => Act.Sigmoid,
        LossKind.MeanSquaredError or LossKind.MeanAbsoluteError or LossKind.Huber or LossKind.ExternalLoss => Act.Linear,
        _ => throw new InvalidOperationException($"No link function for {loss}."),
    };

    /// <summary>Seven digits, which all frameworks write alike; predictions are in single precision.</summary>
    private static string Number(double number) => number.ToString("G7", CultureInfo.InvariantCulture);
}
