namespace GraphGen;

/// <summary>
/// Marks a partial class as a network and names the features of one row of its input. The layers follow as further
/// attributes, in the order in which data pass through them.
/// </summary>
/// <example>
/// <code>
/// [Input(784)]
/// [Dense(300, Act.Relu)]
/// [Dense(10)]
/// [SoftmaxCrossEntropy]
/// [Adam]
/// public partial class Digits;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Declares an input of shape [rows, <paramref name="features"/>].</summary>
    /// <param name="features">Features in a row, at least 1.</param>
    public InputAttribute(int features) => Features = features;

    /// <summary>Features in a row, at least 1.</summary>
    public int Features { get; }
}
