namespace GraphGen.Model;

/// <summary>An optimizer and its hyperparameters.</summary>
public abstract record OptimizerSpec
{
    /// <summary>Decoupled weight decay: a step subtracts <c>rate * WeightDecay * theta</c>, too; 0 for none.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Whether biases, the parameters of batch normalisation and slopes decay, too, not just weights.</summary>
    public bool DecaysVectors { get; init; }
}

/// <summary>Gradient descent: <c>theta -= rate g</c>.</summary>
public sealed record SgdSpec : OptimizerSpec;

/// <summary>
/// Gradient descent with momentum: <c>m = beta m - rate g; theta += m</c>;
/// with <paramref name="Nesterov"/> <c>theta += beta m - rate g</c>.
/// </summary>
/// <param name="Beta">The momentum, in [0, 1).</param>
/// <param name="Nesterov">Whether the update looks ahead, as in the form of the common frameworks.</param>
public sealed record MomentumSpec(double Beta, bool Nesterov) : OptimizerSpec;

/// <summary>AdaGrad (Duchi, Hazan and Singer, 2011): <c>s += g^2; theta -= rate g / sqrt(s + epsilon)</c>.</summary>
/// <param name="Epsilon">Added under the root, above 0.</param>
public sealed record AdaGradSpec(double Epsilon) : OptimizerSpec;

/// <summary>RMSProp (Tieleman and Hinton, 2012): <c>s = beta s + (1 - beta) g^2; theta -= rate g / sqrt(s + epsilon)</c>.</summary>
/// <param name="Beta">Decay of the squared gradient's running mean, in [0, 1).</param>
/// <param name="Epsilon">Added under the root, above 0.</param>
public sealed record RmsPropSpec(double Beta, double Epsilon) : OptimizerSpec;

/// <summary>Adam (Kingma and Ba, 2015); with weight decay AdamW (Loshchilov and Hutter, 2019).</summary>
/// <param name="Beta1">Decay of the gradient's running mean, in [0, 1).</param>
/// <param name="Beta2">Decay of the squared gradient's running mean, in [0, 1).</param>
/// <param name="Epsilon">Added to the square root, above 0.</param>
public sealed record AdamSpec(double Beta1, double Beta2, double Epsilon) : OptimizerSpec;

/// <summary>AdaMax (Kingma and Ba, 2015): Adam with the largest gradient, <c>u = max(beta2 u, |g| + epsilon)</c>, instead of the mean square.</summary>
/// <param name="Beta1">Decay of the gradient's running mean, in [0, 1).</param>
/// <param name="Beta2">Decay of the largest gradient, in [0, 1).</param>
/// <param name="Epsilon">Added to the gradient's absolute value, above 0.</param>
public sealed record AdaMaxSpec(double Beta1, double Beta2, double Epsilon) : OptimizerSpec;

/// <summary>Nadam (Dozat, 2016): Adam that looks ahead as Nesterov's momentum does.</summary>
/// <param name="Beta1">Decay of the gradient's running mean, in [0, 1).</param>
/// <param name="Beta2">Decay of the squared gradient's running mean, in [0, 1).</param>
/// <param name="Epsilon">Added to the square root, above 0.</param>
/// <param name="MomentumDecay">How fast the momentum of step t, <c>beta1 (1 - 0.96^(t MomentumDecay) / 2)</c>, grows towards beta1.</param>
public sealed record NadamSpec(double Beta1, double Beta2, double Epsilon, double MomentumDecay) : OptimizerSpec;
