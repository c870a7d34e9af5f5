namespace GraphGen.Execution;

/// <summary>An activation that stands alone.</summary>
internal sealed class ActivationPass(ActivationLayer layer) : LayerPass(layer)
{
    private readonly ActivationStage _stage = new(layer.Activation);

    /// <inheritdoc/>
    public override ActivationStage Activation => _stage;

    /// <inheritdoc/>
    public override RowMatrix Forward(RowMatrix inputs) => _stage.Forward(inputs);

    /// <inheritdoc/>
    public override RowMatrix Backward(RowMatrix gradients, bool wantsInputGradients) =>
        _stage.Backward(gradients, layer.Activation.Alpha is { } alpha ? NewGradient(alpha) : []);
}
