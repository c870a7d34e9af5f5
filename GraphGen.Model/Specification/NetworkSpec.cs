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
/// <param name="Layers">The layers in the order they stand in the source, those that a preset adds among them. The last <see cref="DenseSpec"/> is the output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer; plain gradient descent where neither the declaration nor a preset names one.</param>
public sealed record NetworkSpec(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string Accessibility,
    int InputSize,
    EquatableArray<LayerSpec> Layers,
    LossSpec Loss,
    OptimizerSpec Optimizer)
{
    /// <summary>The largest absolute value of a gradient's element, to which others are cut; 0 for no limit.</summary>
    public double ClipValue { get; init; }

    /// <summary>The largest L2 norm of all gradients together, to which they are scaled down; 0 for no limit.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Mini-batches whose gradients are averaged for one step of the optimizer.</summary>
    public int AccumulatedBatches { get; init; } = 1;

    /// <summary>Share of the old average that a step keeps in the moving average of the weights; 0 where none is kept.</summary>
    public double AverageDecay { get; init; }

    /// <summary>The layer whose weights a tied layer multiplies with.</summary>
    /// <param name="tied">A layer whose <see cref="DenseSpec.TiedTo"/> is not null.</param>
    public DenseSpec TiedSource(DenseSpec tied) => Layers.OfType<DenseSpec>().Single(dense => dense.Name == tied.TiedTo);

    /// <summary>Whether a layer's weights are another one's, too.</summary>
    public bool IsShared(DenseSpec dense) => dense.TiedTo is not null || Layers.OfType<DenseSpec>().Any(other => other.TiedTo == dense.Name);

    /// <summary>Whether the gradient of the loss by the rows is asked for.</summary>
    public bool HasInputGradients { get; init; }

    /// <summary>Whether every row of a batch has a weight in the loss.</summary>
    public bool HasSampleWeights { get; init; }

    /// <summary>How a restricted Boltzmann machine is trained; null for networks, which follow the gradient of their loss.</summary>
    public BoltzmannSpec? Boltzmann { get; init; }

    /// <summary>The schedule that a preset proposes for fits that name none.</summary>
    public ScheduleKind Schedule { get; init; }

    /// <summary>What a preset and defaults filled in, in words, one choice an element.</summary>
    public EquatableArray<string> Choices { get; init; }
}

/// <summary>One layer.</summary>
/// <param name="Name">The member's name in Pascal case, such as <c>Dense1</c> or, of <c>Name = "hidden1"</c>, <c>Hidden1</c>.</param>
/// <param name="Key">The prefix of its parameters' names in a checkpoint, such as <c>dense1</c>.</param>
public abstract record LayerSpec(string Name, string Key)
{
    /// <summary>True where the layer's parameters are never trained, and its moving statistics never updated.</summary>
    public bool Frozen { get; init; }

    /// <summary>Whether it has parameters of its own: weights that are another layer's are not.</summary>
    public bool HasParameters => this switch
    {
        DenseSpec dense => dense.TiedTo is null || dense.Bias || dense.Activation.Kind == Act.PRelu,
        ActivationSpec activation => activation.Activation.Kind == Act.PRelu,
        BatchNormSpec => true,
        _ => false,
    };
}

/// <summary>A fully connected layer: <c>z = x W + b</c>, then its activation. Of a tied layer what is said of weights says nothing.</summary>
/// <param name="Name">See <see cref="LayerSpec"/>.</param>
/// <param name="Key">See <see cref="LayerSpec"/>.</param>
/// <param name="Units">Outputs of the layer.</param>
/// <param name="Init">The initialiser, never <see cref="Init.Auto"/>.</param>
/// <param name="InitScale">Standard deviation, limit or value of the initialisers that take one; else 0.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Bias">Whether the layer adds a bias.</param>
/// <param name="L2">The penalty <c>L2 / 2 * sum(w^2)</c> on the weights; 0 for none.</param>
/// <param name="MaxNorm">The largest L2 norm of one unit's incoming weights after a step; 0 for no limit.</param>
public sealed record DenseSpec(
    string Name, string Key, int Units, Init Init, double InitScale, ActivationFunction Activation, bool Bias, double L2, double MaxNorm)
    : LayerSpec(Name, Key)
{
    /// <summary>The fan that the initialiser scales with.</summary>
    public FanMode FanMode { get; init; }

    /// <summary>What the initial weights are multiplied with.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>The penalty <c>L1 * sum(|w|)</c> on the weights; 0 for none.</summary>
    public double L1 { get; init; }

    /// <summary>Whether both penalties count the biases, too.</summary>
    public bool PenalizesBias { get; init; }

    /// <summary>What the learning rate is multiplied with for this layer.</summary>
    public double RateMultiplier { get; init; } = 1;

    /// <summary>
    /// The name of the layer in front whose weights, transposed, are this one's: <c>z = x Wᵀ + b</c>. Null for a layer with weights of its own.
    /// </summary>
    public string? TiedTo { get; init; }

    /// <summary>Whether the loss has a penalty on the weights.</summary>
    public bool IsPenalized => L1 > 0 || L2 > 0;
}

/// <summary>An activation that stands alone.</summary>
public sealed record ActivationSpec(string Name, string Key, ActivationFunction Activation) : LayerSpec(Name, Key);

/// <summary>Batch normalisation (Ioffe and Szegedy, 2015): <c>gamma (x - mean) / sqrt(variance + epsilon) + beta</c>.</summary>
/// <param name="Name">See <see cref="LayerSpec"/>.</param>
/// <param name="Key">See <see cref="LayerSpec"/>.</param>
/// <param name="Momentum">Share of the old moving statistics that a step keeps.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record BatchNormSpec(string Name, string Key, double Momentum, double Epsilon) : LayerSpec(Name, Key);

/// <summary>Dropout (Srivastava et al., 2014): each element is dropped with probability <paramref name="Rate"/> in training.</summary>
public sealed record DropoutSpec(string Name, string Key, double Rate) : LayerSpec(Name, Key);

/// <summary>Alpha dropout (Klambauer et al., 2017): dropped elements take SELU's lowest value, and mean and variance are kept.</summary>
public sealed record AlphaDropoutSpec(string Name, string Key, double Rate) : LayerSpec(Name, Key);

/// <summary>Gaussian noise: in training each element gets a number added that is normally distributed with mean 0 and <paramref name="Deviation"/>.</summary>
public sealed record GaussianNoiseSpec(string Name, string Key, double Deviation) : LayerSpec(Name, Key);

/// <summary>The penalty <c>L1 * sum over units of |y|</c>, averaged over the rows, on what comes in, which passes unchanged.</summary>
public sealed record ActivityRegularizationSpec(string Name, string Key, double L1) : LayerSpec(Name, Key);

/// <summary>
/// The penalty <c>Weight * sum over units of KL(Target || mean activation)</c> (Ng, 2011) on what comes in, which passes unchanged.
/// </summary>
public sealed record SparsitySpec(string Name, string Key, double Target, double Weight) : LayerSpec(Name, Key);
