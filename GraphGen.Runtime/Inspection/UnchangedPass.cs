namespace GraphGen.Execution;

/// <summary>A layer through which everything passes in an inspection: dropout and noise, which are off, and penalties, which do not count.</summary>
internal sealed class UnchangedPass(Layer layer) : LayerPass(layer)
{
    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs) => inputs;

    /// <inheritdoc/>
    public override RowMatrix Backward(RowMatrix gradients, bool wantsInputGradients) => gradients;
}
