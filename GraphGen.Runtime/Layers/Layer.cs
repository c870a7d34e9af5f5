namespace GraphGen;

/// <summary>One layer of a network: a named member of the generated class.</summary>
public abstract class Layer
{
    private bool _trainable;

    private protected Layer(string name, string kind, Parameter[] parameters)
    {
        Name = name;
        Kind = kind;
        Parameters = Array.AsReadOnly(parameters);
        IsFrozen = parameters.Length > 0 && !parameters.Any(parameter => parameter.Trainable);
        _trainable = !IsFrozen;
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
    /// A batch normalisation that is not trainable normalises by its moving statistics in training, too, and leaves them as they are, as in Keras.
    /// Steps do not compute gradients below the lowest trainable layer, unless they average over several mini-batches: a layer may begin to be trained before the last of
    /// them. <c>ComputeGradients</c> computes those of resting layers, too, and a batch
    /// normalisation that rests still sums the batch's statistics, which it passes over. Adam corrects its averages by the number of the network's steps, so a layer that is
    /// trained later than the others makes larger first steps.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The layer was declared with <c>Frozen = true</c> or stands in front of <c>[FreezeUpTo]</c>'s, and therefore has no gradients to train it by.
    /// </exception>
    public bool Trainable
    {
        get => _trainable;
        set
        {
            if (value && IsFrozen)
            {
                throw new InvalidOperationException(
                    $"Layer '{Name}' was declared frozen, so its gradients were never compiled: it cannot become trainable. " +
                    "Remove Frozen = true or [FreezeUpTo], and set Trainable to false while it shall rest.");
            }

            _trainable = value;
        }
    }

    /// <summary>
    /// What the learning rate is multiplied with for this layer's parameters, weight decay included: finite and at least 0; 1 at first, or what the layer was declared
    /// with. May be changed between any two steps: below 1 for layers that were trained before and shall change little. Checkpoints of a fit keep it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float RateMultiplier
    {
        get;
        set => field = value >= 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(RateMultiplier), FormattableString.Invariant($"RateMultiplier of layer '{Name}' is {value}: set it to a finite number from 0 on."));
    } = 1;

    /// <summary>Whether the layer was declared frozen, and so can never be trained.</summary>
    internal bool IsFrozen { get; }

    /// <summary>The layer's kind and name.</summary>
    public override string ToString() => $"{Kind} '{Name}'";
}
