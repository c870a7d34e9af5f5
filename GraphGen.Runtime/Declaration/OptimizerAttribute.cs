using System.ComponentModel;

namespace GraphGen;

/// <summary>
/// What every optimizer's attribute can say besides its own hyperparameters. The learning rate is no argument of it, since it may
/// change from step to step: <c>TrainStep</c> and <c>FitOptions</c> take it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OptimizerAttribute : Attribute
{
    /// <summary>
    /// Decoupled weight decay: a step also takes <c>theta -= rate * WeightDecay * theta</c>, past the gradient and what the optimizer
    /// makes of it, with the theta of before the step. In [0, 1); 0 (the default) for none, except for <see cref="AdamWAttribute"/>, whose
    /// constructor has its own. A penalty, <see cref="DenseAttribute.L2"/>, goes through the gradient instead.
    /// Source: Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019, algorithms 1 and 2, with the decay
    /// multiplied by the learning rate as the common frameworks do.
    /// </summary>
    public double WeightDecay { get; set; }

    /// <summary>
    /// Whether biases, the gammas and betas of batch normalisation and learned slopes decay, too. False by default, as is the custom:
    /// these are few and have reason to be large.
    /// </summary>
    public bool DecayBiases { get; set; }
}
