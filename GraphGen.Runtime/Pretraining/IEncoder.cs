using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// A network that learns codes of its inputs without labels: every autoencoder with a hidden layer is one. What it has learned can begin another
/// network: see <see cref="GreedyPretraining"/>.
/// </summary>
public interface IEncoder : INetwork
{
    /// <summary>Numbers in a code, at least 1.</summary>
    int CodeSize { get; }

    /// <summary>The layers that make the code of an input, in their order. Their parameters are what another network can begin with.</summary>
    IReadOnlyList<Layer> EncodingLayers { get; }

    /// <summary>The codes of any whole number of rows, in inference mode.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="codes">Receives as many rows of <see cref="CodeSize"/> numbers.</param>
    /// <exception cref="ArgumentException">A length is no whole number of rows, or the two disagree or share memory.</exception>
    void Encode(ReadOnlySpan<float> inputs, Span<float> codes);

    /// <summary>Trains on the inputs of a data set.</summary>
    /// <param name="train">The rows to train on.</param>
    /// <param name="options">Epochs, batch size, learning rate and so on; null for the defaults.</param>
    /// <param name="resumeFrom">A checkpoint of a fit to go on with; null for a new fit.</param>
    /// <returns>What was measured after each epoch.</returns>
    /// <exception cref="ArgumentException">The data do not fit the network.</exception>
    History Fit(Dataset train, FitOptions? options = null, string? resumeFrom = null);
}
