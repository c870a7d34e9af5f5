namespace GraphGen;

/// <summary>
/// A fully connected layer: <c>y = activation(x W + b)</c>, with x of shape [rows, inputs], W of shape [inputs, units] and b
/// of shape [units]. The last dense layer of a network is its output.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute : Attribute
{
    /// <summary>Declares a layer without activation with automatic initialisation.</summary>
    /// <param name="units">Outputs of the layer, at least 1.</param>
    public DenseAttribute(int units)
        : this(units, Init.Auto, Act.Linear)
    {
    }

    /// <summary>Declares a layer with automatic initialisation.</summary>
    /// <param name="units">Outputs of the layer, at least 1.</param>
    /// <param name="activation">Applied to each output.</param>
    public DenseAttribute(int units, Act activation)
        : this(units, Init.Auto, activation)
    {
    }

    /// <summary>Declares a layer without activation.</summary>
    /// <param name="units">Outputs of the layer, at least 1.</param>
    /// <param name="init">How the weights are drawn.</param>
    public DenseAttribute(int units, Init init)
        : this(units, init, Act.Linear)
    {
    }

    /// <summary>Declares a layer.</summary>
    /// <param name="units">Outputs of the layer, at least 1.</param>
    /// <param name="init">How the weights are drawn.</param>
    /// <param name="activation">Applied to each output.</param>
    public DenseAttribute(int units, Init init, Act activation)
    {
        Units = units;
        Init = init;
        Activation = activation;
    }

    /// <summary>Outputs of the layer, at least 1.</summary>
    public int Units { get; }

    /// <summary>How the weights are drawn before training. Biases start at zero.</summary>
    public Init Init { get; }

    /// <summary>Applied to each output.</summary>
    public Act Activation { get; }

    /// <summary>
    /// Adds the penalty <c>L2 / 2 * sum(w^2)</c> over the layer's weights, not its biases, to the loss: each weight's gradient
    /// grows by <c>L2 * w</c>. With <see cref="PenalizeBias"/> the biases count, too. The training loss that is reported includes it, the
    /// loss of an evaluation does not. At least 0; 0 (the default) for none.
    /// Source: Krogh and Hertz, "A Simple Weight Decay Can Improve Generalization", 1992.
    /// </summary>
    public double L2 { get; set; }

    /// <summary>
    /// Adds the penalty <c>L1 * sum(|w|)</c> over the layer's weights to the loss, which makes them sparse: each weight's gradient grows by
    /// <c>L1 * sign(w)</c>, with sign(0) = 0. May stand beside <see cref="L2"/>. At least 0; 0 (the default) for none.
    /// Source: Tibshirani, "Regression Shrinkage and Selection via the Lasso", 1996.
    /// </summary>
    public double L1 { get; set; }

    /// <summary>Whether <see cref="L1"/> and <see cref="L2"/> count the layer's biases, too; false by default.</summary>
    public bool PenalizeBias { get; set; }

    /// <summary>
    /// What the learning rate is multiplied with for this layer's weights, biases and learned slopes, at least 0; default 1. Below 1 for layers that were
    /// trained before, so that they change little.
    /// </summary>
    public double RateMultiplier { get; set; } = 1;

    /// <summary>
    /// After each step the incoming weights w of each unit are rescaled so that their norm is at most this:
    /// <c>w *= min(1, MaxNorm / ||w||)</c>, with the L2 norm. At least 0; 0 (the default) for no limit.
    /// Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014, section 5.1.
    /// </summary>
    public double MaxNorm { get; set; }

    /// <summary>Whether the layer adds a bias; true by default. A following <c>[BatchNorm]</c> makes it superfluous.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The layer's name, a C# identifier: <c>Name = "hidden1"</c> gives the member <c>Hidden1</c> and the parameters
    /// <c>hidden1.weight</c> and <c>hidden1.bias</c>. Null (the default) numbers the layers: <c>Dense1</c>, <c>Dense2</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// True where the layer is never trained: the compiler then leaves out its gradients and optimizer state. To freeze and
    /// thaw a layer while the program runs, use its <see cref="Layer.Trainable"/>.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>
    /// The name of a dense layer in front whose weights, transposed, are this layer's: with W of shape [inputs, units] there, this one computes
    /// <c>y = activation(x Wᵀ + b)</c> and makes as many outputs as the other has inputs. There is one matrix, whose gradient is the sum of both
    /// layers' gradients, and which the other layer's arguments speak of: <c>Init</c>, penalties, <see cref="MaxNorm"/>, <see cref="Frozen"/>
    /// and <see cref="RateMultiplier"/>. The bias is the layer's own. Null (the default) for weights of its own.
    /// Halves an autoencoder's parameters and keeps it from scaling codes at will. Source: Vincent et al., "Stacked Denoising Autoencoders", 2010.
    /// </summary>
    public string? TiedTo { get; set; }

    /// <summary>
    /// What <see cref="Init.Normal"/> and <see cref="Init.TruncatedNormal"/> (standard deviation), <see cref="Init.Uniform"/> (limit) and
    /// <see cref="Init.Constant"/> (value) take: at least 0, for the constant any number. NaN (the default) for the initialiser's own
    /// default, 0.05, and 0 for the constant; the other initialisers ignore it.
    /// </summary>
    public double InitScale { get; set; } = double.NaN;

    /// <summary>
    /// The connections n that He, Glorot, LeCun and Xavier scale their weights with, as in He's standard deviation <c>sqrt(2 / n)</c>; by
    /// default the initialiser's own choice.
    /// </summary>
    public FanMode FanMode { get; set; }

    /// <summary>
    /// What the random initial weights are multiplied with, above 0; default 1. The older rule for tanh, for instance, is
    /// <see cref="Init.GlorotUniform"/> with a gain of 4. <see cref="Init.Constant"/> ignores it.
    /// </summary>
    public double Gain { get; set; } = 1;

    /// <summary>
    /// The activation's slope for negative inputs: that of <see cref="Act.LeakyRelu"/> (in [0, 1), default 0.01), the first one of
    /// <see cref="Act.PRelu"/> (any finite number, default 0.25), the lowest one of <see cref="Act.RRelu"/> (in [0, 1), default 1/8), and
    /// the scale of <see cref="Act.Elu"/> (above 0, default 1). NaN (the default) for the function's own default; the other activations
    /// ignore it.
    /// </summary>
    public double Alpha { get; set; } = double.NaN;

    /// <summary>
    /// The highest slope of <see cref="Act.RRelu"/>, at least <see cref="Alpha"/> and below 1; NaN (the default) for 1/3. The other
    /// activations ignore it.
    /// </summary>
    public double UpperAlpha { get; set; } = double.NaN;
}
