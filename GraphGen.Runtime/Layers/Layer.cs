using static System.FormattableString;

namespace GraphGen;

/// <summary>One layer of a network: a named member of the generated class.</summary>
public abstract class Layer
{
    private readonly bool _frozen;
    private bool _trainable;

    private protected Layer(string name, string kind, Parameter[] parameters, bool frozen)
    {
        Name = name;
        Kind = kind;
        Parameters = Array.AsReadOnly(parameters);
        _frozen = frozen;
        _trainable = !frozen;
    }

    /// <summary>The layer's name: the prefix of its parameters' names, such as <c>dense1</c>.</summary>
    public string Name { get; }

    /// <summary>The attribute that declared the layer, such as <c>Dense</c>.</summary>
    public string Kind { get; }

    /// <summary>The layer's parameters and moving statistics; empty for a layer without any.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>
    /// Whether optimizer steps train the layer's parameters; true at first, except on a layer that was declared frozen.
    /// May be changed between any two steps. Without effect on a layer that has no parameters.
    /// A batch normalisation that is not trainable keeps its gamma and beta, but still normalises training batches by their own
    /// statistics and updates its moving ones. Adam corrects its averages by the number of the network's steps, so a layer that is
    /// trained later than the others makes larger first steps.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The layer was declared with <c>Frozen = true</c> and therefore has no gradients to train it by.
    /// </exception>
    public bool Trainable
    {
        get => _trainable;
        set
        {
            if (value && _frozen)
            {
                throw new InvalidOperationException(
                    $"Layer '{Name}' was declared frozen, so its gradients were never compiled: it cannot become trainable. " +
                    "Remove Frozen = true from its attribute, and set Trainable to false while it shall rest.");
            }

            _trainable = value;
        }
    }

    /// <summary>
    /// What the learning rate is multiplied with for this layer, weight decay included: the product of both is the layer's rate. Finite and at least 0; begins
    /// with the declared one, 1 unless said. May be changed between any two steps.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float RateMultiplier
    {
        get;
        set => field = value >= 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(RateMultiplier), Invariant($"The RateMultiplier of layer '{Name}' cannot be {value}: set it to a finite number from 0 on, such as 0.1."));
    } = 1;

    /// <summary>Whether the layer was declared frozen, and so can never be trained.</summary>
    internal bool IsFrozen => _frozen;

    /// <summary>The layer's kind and name.</summary>
    public override string ToString() => $"{Kind} '{Name}'";
}
