namespace GraphGen;

/// <summary>
/// Batch normalisation: each feature of shape [rows, features] is centred and scaled over the rows of the mini-batch, then
/// scaled and shifted by two trained parameters of shape [features]:
/// <c>z = gamma (x - mean) / sqrt(variance + epsilon) + beta</c>, with the biased variance, the mean of <c>(x - mean)^2</c>.
/// A prediction takes the moving averages of mean and variance instead.
/// Source: Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate
/// Shift", 2015, algorithms 1 and 2; but the moving variance averages the biased variance too, as Keras does.
/// A batch of one row has no variance: keep batches, the last of an epoch too, at several rows.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : Attribute
{
    /// <summary>
    /// The share of the moving statistics that a step keeps: <c>moving = momentum * moving + (1 - momentum) * batch</c>, in
    /// [0, 1); default 0.9. This is Keras's meaning of the word; PyTorch's momentum is one minus it.
    /// </summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>Added to the variance under the root, above 0; default 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>
    /// Whether the layer is never trained; false by default. A frozen one normalises by its moving statistics in training, too, and leaves them as they
    /// are: statistics of other data than it was trained on would ruin what the layers behind it know.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>BatchNorm1</c>, <c>BatchNorm2</c>.</summary>
    public string? Name { get; set; }
}
