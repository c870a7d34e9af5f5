namespace GraphGen;

/// <summary>
/// Dropout: in training each element is set to zero with probability rate, independently, and the others are divided by
/// <c>1 - rate</c>, so that a prediction needs no change. Keeps the shape [rows, features].
/// Source: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute : Attribute
{
    /// <summary>Declares dropout.</summary>
    /// <param name="rate">The probability that an element is dropped, in [0, 1).</param>
    public DropoutAttribute(double rate) => Rate = rate;

    /// <summary>The probability that an element is dropped, in [0, 1).</summary>
    public double Rate { get; }

    /// <summary>The layer's name, a C# identifier; null (the default) numbers the layers: <c>Dropout1</c>, <c>Dropout2</c>.</summary>
    public string? Name { get; set; }
}
