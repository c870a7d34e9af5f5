namespace GraphGen;

/// <summary>What one layer is and what it costs.</summary>
/// <param name="Name">The layer's name, such as <c>dense1</c>.</param>
/// <param name="Description">What was declared, such as <c>Dense(300, He, Elu)</c>.</param>
/// <param name="Outputs">Features in a row of its output, whose shape is [rows, outputs].</param>
/// <param name="Parameters">The number of its weights, biases, scales and shifts, trained or frozen.</param>
/// <param name="MovingStatistics">The number of its moving means and variances, which no gradient changes.</param>
/// <param name="FlopsPerRow">Floating-point operations of a prediction of one row; a multiplication and an addition are two.</param>
/// <param name="ActivationBytesPerRow">
/// Bytes that the forward pass of a training step writes for each row and keeps for the backward pass, padding to whole blocks of 16 numbers
/// included. Layers that work in the memory of another, or draw again what they drew, have 0.
/// </param>
public sealed record LayerInfo(
    string Name, string Description, int Outputs, long Parameters, long MovingStatistics, long FlopsPerRow, long ActivationBytesPerRow);
