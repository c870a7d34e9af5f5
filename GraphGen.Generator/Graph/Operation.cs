using GraphGen.Model;

namespace GraphGen.Generator.Graph;

/// <summary>
/// What a <see cref="Value"/> is computed by. The records below are the compiler's whole vocabulary; each has a signature in
/// <see cref="Verifier"/>, a derivative in <see cref="Gradients.GradientRules"/> where one is needed, and an emission rule.
/// </summary>
internal abstract record Operation;

// Leaves: values that exist before the computation starts.

/// <summary>A value that no other value computes.</summary>
internal abstract record Leaf : Operation;

/// <summary>The rows of the mini-batch.</summary>
internal sealed record Input : Leaf;

/// <summary>What the rows should yield: targets of the output's width. For losses over labels, the labels as such.</summary>
internal sealed record Expected : Leaf;

/// <summary>The hidden units that the Gibbs chains of earlier steps have ended in, one chain for each row.</summary>
internal sealed record ChainStates : Leaf;

/// <summary>A parameter of the network.</summary>
internal sealed record ParameterLeaf(ParameterSpec Parameter) : Leaf;

/// <summary>A number known at compile time.</summary>
internal sealed record Constant(double Number) : Leaf;

/// <summary>A number that is the same for the whole step and known when it starts.</summary>
internal abstract record StepNumber : Leaf;

/// <summary>A number that the step computes from the learning rate, its own number or the batch.</summary>
internal sealed record StepScalar(StepScalarKind Kind) : StepNumber;

/// <summary>1 while a layer is trained, 0 while it rests.</summary>
/// <param name="Layer">The layer's place among the network's.</param>
internal sealed record LayerTrained(int Layer) : StepNumber;

/// <summary>What the gradients of earlier mini-batches of the same step add up to, for one parameter.</summary>
internal sealed record AccumulatedGradient(ParameterSpec Parameter) : Leaf;

/// <summary>The moving average of a parameter.</summary>
internal sealed record AverageLeaf(ParameterSpec Parameter) : Leaf;

/// <summary>In the optimizer's update: the gradient, the optimizer's memory of one parameter, and the parameter's moving average.</summary>
internal sealed record UpdateOperand(UpdateRole Role) : Leaf;

internal enum UpdateRole
{
    Parameter,
    Gradient,
    Slot1,
    Slot2,
    Average,
}

/// <summary>The numbers of a step. Those down to <see cref="Decay"/> are multiples of the learning rate, which a layer may scale.</summary>
internal enum StepScalarKind
{
    /// <summary>The caller's learning rate.</summary>
    LearningRate,

    /// <summary>Adam: <c>rate * sqrt(1 - beta2^t) / (1 - beta1^t)</c>, the rate with both bias corrections folded in.</summary>
    AdamRate,

    /// <summary>AdaMax: <c>rate / (1 - beta1^t)</c>.</summary>
    AdaMaxRate,

    /// <summary>Nadam: <c>rate * mu_(t+1) / (1 - P_(t+1)) * sqrt(1 - beta2^t)</c>, what the mean gradient is multiplied with.</summary>
    NadamMeanRate,

    /// <summary>Nadam: <c>rate * (1 - mu_t) / (1 - P_t) * sqrt(1 - beta2^t)</c>, what the gradient is multiplied with.</summary>
    NadamGradientRate,

    /// <summary>Decoupled weight decay: <c>rate * weight decay</c>.</summary>
    Decay,

    /// <summary>Adam and Nadam: <c>epsilon * sqrt(1 - beta2^t)</c>, so that epsilon stands outside the root of the corrected second moment.</summary>
    AdamEpsilon,

    /// <summary>Clipping by norm: <c>min(1, limit / norm of all gradients)</c>.</summary>
    GradientScale,

    /// <summary>What a step adds of the parameters to their moving average: <c>1 - d</c>.</summary>
    AverageShare,

    /// <summary><c>1 / rows</c> of the mini-batch.</summary>
    InverseRows,
}

// Contractions.

/// <summary>The matrix product of two matrices, each transposed first where asked.</summary>
internal sealed record MatMul(bool TransposeLeft = false, bool TransposeRight = false) : Operation;

// Elementwise operations; vectors and scalars are broadcast over rows.

/// <summary>An operation on corresponding elements.</summary>
internal abstract record Elementwise : Operation;

internal sealed record Add : Elementwise;

internal sealed record Subtract : Elementwise;

internal sealed record Multiply : Elementwise;

internal sealed record Divide : Elementwise;

internal sealed record SquareRoot : Elementwise;

internal sealed record Minimum : Elementwise;

internal sealed record Maximum : Elementwise;

internal sealed record Absolute : Elementwise;

/// <summary>The second operand where the first, 0 or 1, is 1, else the third.</summary>
internal sealed record Select : Elementwise;

/// <summary>-1, 0 or 1.</summary>
internal sealed record Sign : Elementwise;

/// <summary><c>a * b + c</c> with one rounding where the hardware has it.</summary>
internal sealed record MultiplyAdd : Elementwise;

/// <summary><c>c - a * b</c> with one rounding where the hardware has it.</summary>
internal sealed record NegatedMultiplyAdd : Elementwise;

/// <summary><c>a * b - c</c> with one rounding where the hardware has it.</summary>
internal sealed record MultiplySubtract : Elementwise;

/// <summary>
/// <c>(x - mean) * inverseDeviation</c>. While its layer is trained, mean and deviation are functions of <c>x</c>; the gradient rule of this
/// operation accounts for both paths (Ioffe and Szegedy, 2015).
/// </summary>
internal sealed record Normalize : Elementwise;

/// <summary>The activation function of its input.</summary>
internal sealed record Activate(ActivationFunction Function) : Elementwise;

/// <summary>
/// <c>dy * f'(z)</c> from the output's gradient <c>dy</c> and, where <see cref="Activations.DerivativeNeedsInput"/>, the
/// input <c>z</c>, else the output <c>y = f(z)</c>.
/// </summary>
internal sealed record ActivateGradient(ActivationFunction Function) : Elementwise;

/// <summary>PReLU: <c>z</c> where positive, else <c>alpha z</c>, from <c>z</c> and the learned slopes <c>alpha</c>.</summary>
internal sealed record Rectify : Elementwise;

/// <summary>PReLU's gradient by <c>z</c>: <c>dy</c> where <c>z</c> is positive, else <c>alpha dy</c>, from <c>dy</c>, <c>z</c> and <c>alpha</c>.</summary>
internal sealed record RectifyGradient : Elementwise;

/// <summary>
/// An operation that draws a number for each element. It is a function of seed, step, layer and element, so that the gradient draws it
/// again and nothing is stored.
/// </summary>
/// <param name="Layer">The layer's place, or another number that no other draw of the graph has.</param>
internal abstract record Draw(int Layer) : Elementwise;

/// <summary>
/// Inverted dropout: zero with probability <c>Rate</c>, else divided by <c>1 - Rate</c>. The gradient is the same operation again.
/// </summary>
internal sealed record Drop(int Layer, double Rate) : Draw(Layer);

/// <summary>Alpha dropout with probability <c>Rate</c>: see <see cref="Activations.AlphaDropout"/>.</summary>
internal sealed record AlphaDrop(int Layer, double Rate) : Draw(Layer);

/// <summary>RReLU: <c>z</c> where positive, else <c>a z</c> with a slope drawn between the two of the function.</summary>
internal sealed record RandomRectify(int Layer, ActivationFunction Function) : Draw(Layer);

/// <summary>RReLU's gradient: <c>dy</c> where the output <c>y</c> is positive, else <c>a dy</c> with the same slope, from <c>dy</c> and <c>y</c>.</summary>
internal sealed record RandomRectifyGradient(int Layer, ActivationFunction Function) : Draw(Layer);

/// <summary>Gaussian noise: <c>x + Deviation n</c> with a standard normal n drawn for each element.</summary>
internal sealed record AddNoise(int Layer, double Deviation) : Draw(Layer);

/// <summary>A coin for each element: 1 with the probability of the input, else 0.</summary>
internal sealed record DrawUnit(int Layer) : Draw(Layer);

/// <summary>
/// The Kullback-Leibler divergence between coins, <c>t log(t / r) + (1 - t) log((1 - t) / (1 - r))</c> with the target t and r cut to
/// between <see cref="Least"/> and one minus it.
/// </summary>
internal sealed record Divergence(double Target) : Elementwise
{
    /// <summary>What keeps logarithms and quotients finite where a unit is always off or always on.</summary>
    public const double Least = 1e-6;
}

/// <summary>Its gradient <c>dy ((1 - t) / (1 - r) - t / r)</c> from <c>dy</c> and r, which is cut in the same way.</summary>
internal sealed record DivergenceGradient(double Target) : Elementwise;

// Reductions.

/// <summary>The sum over the rows of a matrix: one number a column.</summary>
internal sealed record SumRows : Operation;

/// <summary>The sum over the columns of a vector.</summary>
internal sealed record SumColumns : Operation;

// Operations along a row.

/// <summary>An operation in which each element depends on its whole row, so that it cannot join the work on single columns.</summary>
internal abstract record RowWise : Operation;

/// <summary>The exponentials of each row, divided by their sum.</summary>
internal sealed record Softmax : RowWise;

/// <summary>The gradient by softmax's input, <c>y (dy - sum of dy y over the row)</c>, from the output's gradient <c>dy</c> and the output <c>y</c>.</summary>
internal sealed record SoftmaxGradient : RowWise;

/// <summary>The loss, averaged over the rows (and the outputs, where the loss has one term for each).</summary>
/// <param name="Spec">The loss.</param>
/// <param name="HasWeights">Whether each row counts by a weight of its own.</param>
internal sealed record Loss(LossSpec Spec, bool HasWeights) : Operation;

/// <summary>The gradient of <see cref="Loss"/> by its first input, times a number.</summary>
internal sealed record LossGradient(Loss Loss, double Factor) : Operation;
