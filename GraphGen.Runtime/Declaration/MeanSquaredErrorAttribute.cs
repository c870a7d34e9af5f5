namespace GraphGen;

/// <summary>
/// Mean squared error for regression: with predictions y and targets t of shape [rows, outputs],
/// <c>loss = mean over rows and outputs of (y - t)^2</c>, without a factor of one half.
/// Source: Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 5.1.4.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class MeanSquaredErrorAttribute : Attribute;
