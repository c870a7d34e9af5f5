namespace GraphGen.Model;

/// <summary>A loss and its numbers. Converts from <see cref="LossKind"/>, with the numbers that the loss has by default.</summary>
/// <param name="Kind">The loss.</param>
/// <param name="LabelSmoothing">Softmax cross-entropy: the share of the target that is spread evenly over all classes, in [0, 1).</param>
/// <param name="Delta">Huber: the error from which on the loss grows linearly; else 0.</param>
public sealed record LossSpec(LossKind Kind, double LabelSmoothing, double Delta)
{
    /// <summary>Whether the targets are the network's own inputs, as they were before any noise.</summary>
    public bool IsReconstruction { get; init; }

    /// <summary>A loss with its default numbers.</summary>
    public static implicit operator LossSpec(LossKind kind) => new(kind, 0, kind == LossKind.Huber ? 1 : 0);

    /// <summary>Whether the loss is measured elsewhere, so that a forward pass waits for the gradient by its outputs.</summary>
    public bool IsExternal => Kind == LossKind.ExternalLoss;

    /// <summary>Whether outputs are compared with numbers that they should be near to.</summary>
    public bool IsRegression => Kind is LossKind.MeanSquaredError or LossKind.MeanAbsoluteError or LossKind.Huber && !IsReconstruction;

    /// <summary>Whether a prediction can be right or wrong, and not just near or far.</summary>
    public bool CountsHits => Kind is LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy;

    /// <summary>Whether the targets of a row are one label.</summary>
    public bool TakesClasses => Kind == LossKind.SoftmaxCrossEntropy;
}

/// <summary>The losses.</summary>
public enum LossKind
{
    /// <summary>Softmax and cross-entropy from logits, with one label per row.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Sigmoid and binary cross-entropy from logits, one per output.</summary>
    BinaryCrossEntropy,

    /// <summary>Mean over rows and outputs of the squared difference.</summary>
    MeanSquaredError,

    /// <summary>Mean over rows and outputs of the absolute difference.</summary>
    MeanAbsoluteError,

    /// <summary>Mean over rows and outputs of <c>d^2 / 2</c> where <c>|d|</c> is at most delta, else <c>delta (|d| - delta / 2)</c>.</summary>
    Huber,

    /// <summary>Mean over rows of the sum over outputs of <c>y g</c>, where g is the gradient by y of a loss that is measured elsewhere.</summary>
    ExternalLoss,
}
