namespace GraphGen.Execution;

/// <summary>Dropout in an inspection: off, so that everything passes.</summary>
internal sealed class DropoutPass(DropoutLayer layer) : LayerPass(layer)
{
    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs) => inputs;

    /// <inheritdoc/>
    public override RowMatrix Backward(RowMatrix gradients, bool wantsInputGradients) => gradients;
}
