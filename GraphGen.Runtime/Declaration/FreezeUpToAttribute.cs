namespace GraphGen;

/// <summary>
/// Freezes all layers from the input up to one, that one included, as if each were declared <c>Frozen = true</c>: their parameters come from another network or
/// a file and stay what they are. The emitted step then has no gradients, no optimizer state and no stored activations for them, batch normalisation
/// among them runs by its moving statistics, and <c>CacheFrozen</c> computes what they make of a data set once for all epochs.
/// Source: Yosinski et al., "How transferable are features in deep neural networks?", 2014.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class FreezeUpToAttribute : Attribute
{
    /// <summary>Declares the last frozen layer.</summary>
    /// <param name="layer">The layer's name: as its <c>Name</c> says, or its kind and number, such as <c>dense2</c> or <c>batchnorm1</c>. The name of its member, <c>Dense2</c>, will do, too.</param>
    public FreezeUpToAttribute(string layer) => Layer = layer;

    /// <summary>The name of the last frozen layer.</summary>
    public string Layer { get; }
}
