namespace GraphGen;

/// <summary>
/// Makes a partial class a restricted Boltzmann machine: visible units v and hidden units h, which are 0 or 1, with the energy
/// <c>E(v, h) = -a·v - b·h - v W h</c> (Gaussian visible units: <c>|v - a|^2 / 2 - b·h - v W h</c>) and the probability
/// <c>p(v, h) = exp(-E(v, h)) / Z</c>. It takes the place of input, layers and loss. Training follows contrastive divergence: the mean over the rows of
/// <c>v h</c> as the data have it, less what it is after a few steps of a Gibbs chain; the loss that it reports is the error of the reconstruction
/// after one step. The class can do what autoencoders can, and is an <see cref="IBoltzmannMachine"/>.
/// Source: Hinton, "Training Products of Experts by Minimizing Contrastive Divergence", 2002; Hinton, "A Practical Guide to Training Restricted
/// Boltzmann Machines", 2010.
/// </summary>
/// <example>
/// <code>
/// [Rbm(visible: 784, hidden: 256)]
/// [Momentum(0.5, WeightDecay = 0.0002)]
/// public partial class Strokes;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class RbmAttribute : Attribute
{
    /// <summary>Declares a machine with weights of shape [<paramref name="visible"/>, <paramref name="hidden"/>].</summary>
    /// <param name="visible">Visible units, one for each feature in a row, at least 1.</param>
    /// <param name="hidden">Hidden units, the numbers in a code, at least 1.</param>
    public RbmAttribute(int visible, int hidden)
    {
        VisibleSize = visible;
        HiddenSize = hidden;
    }

    /// <summary>Visible units, one for each feature in a row, at least 1.</summary>
    public int VisibleSize { get; }

    /// <summary>Hidden units, the numbers in a code, at least 1.</summary>
    public int HiddenSize { get; }

    /// <summary>What the visible units are; <see cref="VisibleUnits.Bernoulli"/> by default.</summary>
    public VisibleUnits Visible { get; set; } = VisibleUnits.Bernoulli;

    /// <summary>Steps of the Gibbs chain for each gradient, from 1 (the default) to 64. More follow the likelihood more closely and take as much longer.</summary>
    public int Steps { get; set; } = 1;

    /// <summary>
    /// Chains that go on from step to step instead of beginning at the data every time (persistent contrastive divergence), from 0 (the default: none) to
    /// 4,096; best as many as a batch has rows. They come nearer to what the machine makes up by itself, and want a smaller learning rate. Each begins with
    /// all hidden units at 0 and takes the place of one row; of more rows than chains several begin at the same one. A training state that is saved holds them.
    /// Source: Tieleman, "Training Restricted Boltzmann Machines using Approximations to the Likelihood Gradient", 2008.
    /// </summary>
    public int PersistentChains { get; set; }

    /// <summary>
    /// The standard deviation of the initial weights, at least 0; 0.01 by default (Hinton, 2010). Biases begin at 0.
    /// </summary>
    public double InitScale { get; set; } = 0.01;
}
