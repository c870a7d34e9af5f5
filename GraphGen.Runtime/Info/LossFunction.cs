namespace GraphGen;

/// <summary>The loss that a network was declared with.</summary>
public enum LossFunction
{
    /// <summary>One class out of several: see <see cref="SoftmaxCrossEntropyAttribute"/>. Takes labels.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Yes or no, for each output: see <see cref="BinaryCrossEntropyAttribute"/>. Takes targets in [0, 1].</summary>
    BinaryCrossEntropy,

    /// <summary>Regression: see <see cref="MeanSquaredErrorAttribute"/>. Takes targets.</summary>
    MeanSquaredError,

    /// <summary>Regression: see <see cref="MeanAbsoluteErrorAttribute"/>. Takes targets.</summary>
    MeanAbsoluteError,

    /// <summary>Regression: see <see cref="HuberAttribute"/>. Takes targets.</summary>
    Huber,

    /// <summary>Measured elsewhere: see <see cref="ExternalLossAttribute"/>. Takes gradients as targets.</summary>
    ExternalLoss,

    /// <summary>The squared error by the inputs: see <see cref="ReconstructionAttribute"/>. Takes inputs alone.</summary>
    Reconstruction,

    /// <summary>The cross-entropy by the inputs, which lie in [0, 1]: see <see cref="ReconstructionAttribute"/>. Takes inputs alone.</summary>
    ReconstructionCrossEntropy,
}
