namespace GraphGen.Model;

/// <summary>
/// Follows the signal through a network as it is initialised, in the limit of wide layers: a unit's sum is then normally distributed over
/// random weights, and two numbers say all about it (Poole et al., 2016; Schoenholz et al., "Deep Information Propagation", 2017). Inputs
/// count as standardised and independent; dropout as in training.
/// </summary>
internal static class SignalPropagation
{
    /// <summary>
    /// The signal at each layer in order. It ends in front of what nothing is claimed about: a layer of constant weights, a tied one,
    /// whose weights were drawn for another, or a frozen one, whose weights come from a file; what follows a softmax; a second activation without a dense layer between.
    /// </summary>
    public static IEnumerable<SignalStage> Through(NetworkSpec network)
    {
        Signal signal = Signal.Standardized;
        int inputs = network.InputSize;
        bool isActivated = false;
        for (int position = 0; position < network.Layers.Count; position++)
        {
            LayerSpec layer = network.Layers[position];
            Signal incoming = signal;
            if (layer is DenseSpec dense)
            {
                if (dense.Frozen || dense.TiedTo is not null || InitialVariance.Of(dense, inputs) is not { } variance)
                {
                    yield break;
                }

                signal = signal.Weighted(inputs * variance);
                inputs = dense.Units;
                isActivated = false;
            }

            yield return new SignalStage(position, incoming, signal);

            ActivationFunction function = FunctionOf(layer);
            if ((isActivated && function.Kind != Act.Linear) || Behind(layer, function, signal) is not { } next)
            {
                yield break;
            }

            signal = next;
            isActivated |= function.Kind != Act.Linear;
        }
    }

    private static ActivationFunction FunctionOf(LayerSpec layer) => layer switch
    {
        DenseSpec dense => dense.Activation,
        ActivationSpec activation => activation.Activation,
        _ => Act.Linear,
    };

    private static Signal? Behind(LayerSpec layer, ActivationFunction function, Signal signal) => layer switch
    {
        BatchNormSpec norm => signal.Normalized(norm.Epsilon),
        DropoutSpec dropout => signal.Dropped(dropout.Rate),
        // Alpha dropout is made to keep mean and variance.
        AlphaDropoutSpec => signal,
        _ => ActivationTransform.Of(function, signal),
    };
}

/// <summary>The signal at one layer.</summary>
/// <param name="Position">The layer's position in the network.</param>
/// <param name="Incoming">What comes in.</param>
/// <param name="Sums">What its activation is applied to: for a dense layer the weighted sums, else what comes in.</param>
internal readonly record struct SignalStage(int Position, Signal Incoming, Signal Sums);
