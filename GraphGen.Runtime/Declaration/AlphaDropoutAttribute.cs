namespace GraphGen;

/// <summary>
/// Alpha dropout, for SELU networks: in training each element is set to SELU's lowest value, <c>d = -1.0507 * 1.6733 = -1.7581</c>, with
/// probability rate, independently, and all elements are then scaled and shifted so that a mean of 0 and a variance of 1 stay what they
/// are. With <c>q = 1 - rate</c>: <c>y = a * x + b</c> for kept elements and <c>y = a * d + b</c> for dropped ones, where
/// <c>a = 1 / sqrt(q + d^2 * q * (1 - q))</c> and <c>b = -a * (1 - q) * d</c>. A prediction passes x on unchanged. Keeps the shape
/// [rows, features].
/// Source: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-Normalizing Neural Networks", 2017, "New Dropout Technique".
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlphaDropoutAttribute : Attribute
{
    /// <summary>Declares alpha dropout.</summary>
    /// <param name="rate">The probability that an element is dropped, in [0, 1).</param>
    public AlphaDropoutAttribute(double rate) => Rate = rate;

    /// <summary>The probability that an element is dropped, in [0, 1).</summary>
    public double Rate { get; }

    /// <summary>
    /// The layer's name, a C# identifier; null (the default) numbers the layers: <c>AlphaDropout1</c>, <c>AlphaDropout2</c>.
    /// </summary>
    public string? Name { get; set; }
}
