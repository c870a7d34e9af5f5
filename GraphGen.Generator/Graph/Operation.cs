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

/// <summary>A parameter of the network.</summary>
internal sealed record ParameterLeaf(ParameterSpec Parameter) : Leaf;

/// <summary>A number known at compile time.</summary>
internal sealed record Constant(double Number) : Leaf;

/// <summary>A number that is the same for the whole step and known when it starts.</summary>
internal sealed record StepScalar(StepScalarKind Kind) : Leaf;

/// <summary>In the optimizer's update: the gradient, and the optimizer's memory of one parameter.</summary>
internal sealed record UpdateOperand(UpdateRole Role) : Leaf;

internal enum UpdateRole
{
    Parameter,
    Gradient,
    Slot1,
    Slot2,
}

internal enum StepScalarKind
{
    /// <summary>The caller's learning rate.</summary>
    LearningRate,

    /// <summary>Adam: <c>rate * sqrt(1 - beta2^t) / (1 - beta1^t)</c>, the rate with both bias corrections folded in.</summary>
    AdamRate,

    /// <summary>Adam: <c>epsilon * sqrt(1 - beta2^t)</c>, so that epsilon stands outside the root of the corrected second moment.</summary>
    AdamEpsilon,

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

/// <summary><c>a * b + c</c> with one rounding where the hardware has it.</summary>
internal sealed record MultiplyAdd : Elementwise;

/// <summary><c>c - a * b</c> with one rounding where the hardware has it.</summary>
internal sealed record NegatedMultiplyAdd : Elementwise;

/// <summary><c>a * b - c</c> with one rounding where the hardware has it.</summary>
internal sealed record MultiplySubtract : Elementwise;

/// <summary>
/// <c>(x - mean) * inverseDeviation</c>. In training, mean and deviation are functions of <c>x</c>; the gradient rule of this
/// operation accounts for both paths (Ioffe and Szegedy, 2015).
/// </summary>
internal sealed record Normalize : Elementwise;

/// <summary>The activation function of its input.</summary>
internal sealed record Activate(Act Function) : Elementwise;

/// <summary>
/// <c>dy * f'(z)</c> from the output's gradient <c>dy</c> and, where <see cref="Activations.DerivativeNeedsInput"/>, the
/// input <c>z</c>, else the output <c>y = f(z)</c>.
/// </summary>
internal sealed record ActivateGradient(Act Function) : Elementwise;

/// <summary>
/// Inverted dropout: zero with probability <c>Rate</c>, else divided by <c>1 - Rate</c>. The mask is a function of seed, step,
/// layer and element, so the gradient is the same operation again and no mask is stored.
/// </summary>
internal sealed record Drop(int Layer, double Rate) : Elementwise;

// Reductions.

/// <summary>The sum over the rows of a matrix: one number a column.</summary>
internal sealed record SumRows : Operation;

/// <summary>The sum over the columns of a vector.</summary>
internal sealed record SumColumns : Operation;

/// <summary>The exponentials of each row, divided by their sum.</summary>
internal sealed record Softmax : Operation;

/// <summary>The loss, averaged over the rows (and the outputs, where the loss has one term for each).</summary>
internal sealed record Loss(LossKind Kind) : Operation;

/// <summary>The gradient of <see cref="Loss"/> by its first input.</summary>
internal sealed record LossGradient(LossKind Kind) : Operation;
