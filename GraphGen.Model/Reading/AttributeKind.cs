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

    /// <summary><c>[SoftmaxCrossEntropy]</c>.</summary>
    SoftmaxCrossEntropy,

    /// <summary><c>[BinaryCrossEntropy]</c>.</summary>
    BinaryCrossEntropy,

    /// <summary><c>[MeanSquaredError]</c>.</summary>
    MeanSquaredError,

    /// <summary><c>[Sgd]</c>.</summary>
    Sgd,

    /// <summary><c>[Momentum(momentum)]</c>.</summary>
    Momentum,

    /// <summary><c>[Nag(momentum)]</c>.</summary>
    Nag,

    /// <summary><c>[Adam(beta1, beta2, epsilon)]</c>.</summary>
    Adam,
}

/// <summary>What the attributes are for.</summary>
public static class AttributeKinds
{
    /// <summary>The namespace that all the attributes live in.</summary>
    public const string Namespace = "GraphGen";

    /// <summary>The full metadata name of <c>[Input]</c>, which marks a class as a network.</summary>
    public const string Marker = "GraphGen.InputAttribute";

    private static readonly Dictionary<string, AttributeKind> ByTypeName =
        Enum.GetValues(typeof(AttributeKind)).Cast<AttributeKind>().ToDictionary(kind => kind + "Attribute", StringComparer.Ordinal);

    /// <summary>The kind of the attribute type of GraphGen's called <paramref name="name"/>, such as <c>DenseAttribute</c>.</summary>
    public static bool TryParse(string name, out AttributeKind kind) => ByTypeName.TryGetValue(name, out kind);

    /// <summary>Whether the attribute declares a layer, so that its place in the source matters.</summary>
    public static bool IsLayer(this AttributeKind kind) => kind is >= AttributeKind.Dense and <= AttributeKind.Dropout;

    /// <summary>Whether the attribute declares the loss.</summary>
    public static bool IsLoss(this AttributeKind kind) =>
        kind is >= AttributeKind.SoftmaxCrossEntropy and <= AttributeKind.MeanSquaredError;

    /// <summary>Whether the attribute declares the optimizer.</summary>
    public static bool IsOptimizer(this AttributeKind kind) => kind is >= AttributeKind.Sgd and <= AttributeKind.Adam;
}
