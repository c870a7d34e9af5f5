namespace GraphGen.Execution;

/// <summary>A layer after a batch went through it in both directions.</summary>
/// <param name="Pass">What it computed, the gradients by its parameters among it.</param>
/// <param name="Outputs">Its outputs, of shape [rows, outputs].</param>
/// <param name="Gradients">The gradient of the loss by its outputs.</param>
internal sealed record PassedLayer(LayerPass Pass, RowMatrix Outputs, RowMatrix Gradients);
