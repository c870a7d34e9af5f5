namespace GraphGen.Model;

/// <summary>
/// What a declaration says, checked and complete: names given, automatic choices made. The only thing the compiler sees.
/// Value-equal and free of compiler objects, so that an unrelated edit leaves everything behind it cached.
/// </summary>
/// <param name="Namespace">The class's namespace, dots and all, keywords in it escaped by <c>@</c>; empty for the global one.</param>
/// <param name="ContainingTypes">
/// The outer types' declarations, outermost first, as <c>"partial class Outer"</c> or <c>"partial record struct @class"</c>,
/// keywords escaped.
/// </param>
/// <param name="Name">The class's own name, never a keyword.</param>
/// <param name="Accessibility"><c>"public"</c> or <c>"internal"</c> and so on: the class's own keyword.</param>
/// <param name="InputSize">Features in a row.</param>
/// <param name="Layers">The layers in the order they stand in the source. The last <see cref="DenseSpec"/> is the output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer; plain gradient descent where the declaration names none.</param>
public sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Accessibility,
    int InputSize,
    EquatableArray<LayerSpec> Layers,
    LossKind Loss,
    OptimizerSpec Optimizer);

/// <summary>One layer.</summary>
/// <param name="Name">The member's name in Pascal case, such as <c>Dense1</c> or, of <c>Name = "hidden1"</c>, <c>Hidden1</c>.</param>
/// <param name="Key">The prefix of its parameters' names in a checkpoint, such as <c>dense1</c>.</param>
public abstract record LayerSpec(string Name, string Key);

/// <summary>A fully connected layer: <c>z = x W + b</c>, then its activation.</summary>
/// <param name="Name">See <see cref="LayerSpec"/>.</param>
/// <param name="Key">See <see cref="LayerSpec"/>.</param>
/// <param name="Units">Outputs of the layer.</param>
/// <param name="Init">The initialiser, never <see cref="Init.Auto"/>.</param>
/// <param name="InitScale">Standard deviation, limit or value of the initialisers that take one; else 0.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Bias">Whether the layer adds a bias.</param>
/// <param name="L2">The penalty <c>L2 / 2 * sum(w^2)</c> on the weights; 0 for none.</param>
/// <param name="MaxNorm">The largest L2 norm of one unit's incoming weights after a step; 0 for no limit.</param>
/// <param name="Frozen">True where the layer is never trained.</param>
public sealed record DenseSpec(
    string Name, string Key, int Units, Init Init, double InitScale, Act Activation, bool Bias, double L2, double MaxNorm, bool Frozen)
    : LayerSpec(Name, Key);

/// <summary>An activation that stands alone.</summary>
public sealed record ActivationSpec(string Name, string Key, Act Activation) : LayerSpec(Name, Key);

/// <summary>Batch normalisation (Ioffe and Szegedy, 2015): <c>gamma (x - mean) / sqrt(variance + epsilon) + beta</c>.</summary>
/// <param name="Name">See <see cref="LayerSpec"/>.</param>
/// <param name="Key">See <see cref="LayerSpec"/>.</param>
/// <param name="Momentum">Share of the old moving statistics that a step keeps.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record BatchNormSpec(string Name, string Key, double Momentum, double Epsilon) : LayerSpec(Name, Key);

/// <summary>Dropout (Srivastava et al., 2014): each element is dropped with probability <paramref name="Rate"/> in training.</summary>
public sealed record DropoutSpec(string Name, string Key, double Rate) : LayerSpec(Name, Key);

/// <summary>The losses.</summary>
public enum LossKind
{
    /// <summary>Softmax and cross-entropy from logits, with one label per row.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Sigmoid and binary cross-entropy from logits, one per output.</summary>
    BinaryCrossEntropy,

    /// <summary>Mean over rows and outputs of the squared difference.</summary>
    MeanSquaredError,
}

/// <summary>An optimizer and its hyperparameters.</summary>
public abstract record OptimizerSpec;

/// <summary>Gradient descent: <c>theta -= rate g</c>.</summary>
public sealed record SgdSpec : OptimizerSpec;

/// <summary>
/// Gradient descent with momentum: <c>m = beta m - rate g; theta += m</c>;
/// with <paramref name="Nesterov"/> <c>theta += beta m - rate g</c>.
/// </summary>
/// <param name="Beta">The momentum, in [0, 1).</param>
/// <param name="Nesterov">Whether the update looks ahead, as in the form of the common frameworks.</param>
public sealed record MomentumSpec(double Beta, bool Nesterov) : OptimizerSpec;

/// <summary>Adam (Kingma and Ba, 2015).</summary>
/// <param name="Beta1">Decay of the gradient's running mean, in [0, 1).</param>
/// <param name="Beta2">Decay of the squared gradient's running mean, in [0, 1).</param>
/// <param name="Epsilon">Added to the square root, above 0.</param>
public sealed record AdamSpec(double Beta1, double Beta2, double Epsilon) : OptimizerSpec;
