namespace GraphGen;

/// <summary>
/// Adds the penalty <c>l1 * sum over units of |y|</c>, averaged over the rows of the batch, to the training loss, y being what the layer in front puts
/// out; y passes unchanged, and its gradient grows by <c>l1 sign(y) / rows</c>. It makes activations sparse. Keeps the shape [rows, features].
/// The loss of an evaluation does not include it.
/// Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 14.2.1; Keras averages over the rows alike.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivityRegularizationAttribute : Attribute
{
    /// <summary>Declares the penalty.</summary>
    /// <param name="l1">What the sum of absolute activations is multiplied with; at least 0.</param>
    public ActivityRegularizationAttribute(double l1) => L1 = l1;

    /// <summary>What the sum of absolute activations is multiplied with; at least 0.</summary>
    public double L1 { get; }

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>ActivityRegularization1</c> and so on.</summary>
    public string? Name { get; set; }
}
