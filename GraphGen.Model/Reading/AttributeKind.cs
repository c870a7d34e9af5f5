namespace GraphGen.Model;

/// <summary>GraphGen's attributes, named as their types are, less the word <c>Attribute</c>.</summary>
public enum AttributeKind
{
    /// <summary><c>[Input(features)]</c>: marks a network.</summary>
    Input,

    /// <summary><c>[Dense(units, init, activation)]</c>.</summary>
    Dense,

    /// <summary><c>[Activation(activation)]</c>.</summary>
    Activation,

    /// <summary><c>[BatchNorm]</c>.</summary>
    BatchNorm,

    /// <summary><c>[Dropout(rate)]</c>.</summary>
    Dropout,

    /// <summary><c>[AlphaDropout(rate)]</c>.</summary>
    AlphaDropout,

    /// <summary><c>[GaussianNoise(deviation)]</c>.</summary>
    GaussianNoise,

    /// <summary><c>[ActivityRegularization(l1)]</c>.</summary>
    ActivityRegularization,

    /// <summary><c>[Sparsity(target, weight)]</c>.</summary>
    Sparsity,

    /// <summary><c>[SoftmaxCrossEntropy]</c>.</summary>
    SoftmaxCrossEntropy,

    /// <summary><c>[BinaryCrossEntropy]</c>.</summary>
    BinaryCrossEntropy,

    /// <summary><c>[MeanSquaredError]</c>.</summary>
    MeanSquaredError,

    /// <summary><c>[MeanAbsoluteError]</c>.</summary>
    MeanAbsoluteError,

    /// <summary><c>[Huber(delta)]</c>.</summary>
    Huber,

    /// <summary><c>[ExternalLoss]</c>.</summary>
    ExternalLoss,

    /// <summary><c>[Reconstruction(loss)]</c>.</summary>
    Reconstruction,

    /// <summary><c>[Sgd]</c>.</summary>
    Sgd,

    /// <summary><c>[Momentum(momentum)]</c>.</summary>
    Momentum,

    /// <summary><c>[Nag(momentum)]</c>.</summary>
    Nag,

    /// <summary><c>[AdaGrad(epsilon)]</c>.</summary>
    AdaGrad,

    /// <summary><c>[RmsProp(beta, epsilon)]</c>.</summary>
    RmsProp,

    /// <summary><c>[Adam(beta1, beta2, epsilon)]</c>.</summary>
    Adam,

    /// <summary><c>[AdamW(weightDecay, beta1, beta2, epsilon)]</c>.</summary>
    AdamW,

    /// <summary><c>[AdaMax(beta1, beta2, epsilon)]</c>.</summary>
    AdaMax,

    /// <summary><c>[Nadam(beta1, beta2, epsilon, momentumDecay)]</c>.</summary>
    Nadam,

    /// <summary><c>[ClipGradientValue(limit)]</c>.</summary>
    ClipGradientValue,

    /// <summary><c>[ClipGradientNorm(limit)]</c>.</summary>
    ClipGradientNorm,

    /// <summary><c>[AccumulateGradients(batches)]</c>.</summary>
    AccumulateGradients,

    /// <summary><c>[AverageWeights(decay)]</c>.</summary>
    AverageWeights,

    /// <summary><c>[FreezeUpTo(layer)]</c>.</summary>
    FreezeUpTo,

    /// <summary><c>[InputGradients]</c>.</summary>
    InputGradients,

    /// <summary><c>[SampleWeights]</c>.</summary>
    SampleWeights,

    /// <summary><c>[Defaults(init, activation)]</c>.</summary>
    Defaults,

    /// <summary><c>[Preset(preset)]</c>.</summary>
    Preset,

    /// <summary><c>[Rbm(visible, hidden)]</c>: marks a restricted Boltzmann machine.</summary>
    Rbm,
}

/// <summary>What the attributes are for.</summary>
public static class AttributeKinds
{
    /// <summary>The namespace that all the attributes live in.</summary>
    public const string Namespace = "GraphGen";

    /// <summary>The full metadata name of <c>[Input]</c>, which marks a class as a network.</summary>
    public const string Marker = "GraphGen.InputAttribute";

    /// <summary>The full metadata name of <c>[Rbm]</c>, which marks a class as a restricted Boltzmann machine.</summary>
    public const string MachineMarker = "GraphGen.RbmAttribute";

    private static readonly Dictionary<string, AttributeKind> ByTypeName =
        Enum.GetValues(typeof(AttributeKind)).Cast<AttributeKind>().ToDictionary(kind => kind + "Attribute", StringComparer.Ordinal);

    /// <summary>The kind of the attribute type of GraphGen's called <paramref name="name"/>, such as <c>DenseAttribute</c>.</summary>
    public static bool TryParse(string name, out AttributeKind kind) => ByTypeName.TryGetValue(name, out kind);

    /// <summary>Whether the attribute declares a layer, so that its place in the source matters.</summary>
    public static bool IsLayer(this AttributeKind kind) => kind is >= AttributeKind.Dense and <= AttributeKind.Sparsity;

    /// <summary>Whether the attribute declares the loss.</summary>
    public static bool IsLoss(this AttributeKind kind) =>
        kind is >= AttributeKind.SoftmaxCrossEntropy and <= AttributeKind.Reconstruction;

    /// <summary>Whether the attribute declares the optimizer.</summary>
    public static bool IsOptimizer(this AttributeKind kind) => kind is >= AttributeKind.Sgd and <= AttributeKind.Nadam;
}
