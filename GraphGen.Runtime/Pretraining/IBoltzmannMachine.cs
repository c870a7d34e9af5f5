namespace GraphGen;

/// <summary>
/// A restricted Boltzmann machine, as <c>[Rbm]</c> declares it. A code is the probabilities of the hidden units. What a machine can do beside learning,
/// encoding and decoding is in <see cref="BoltzmannMachine"/>.
/// </summary>
public interface IBoltzmannMachine : IEncoder
{
    /// <summary>What the visible units are.</summary>
    VisibleUnits VisibleUnits { get; }

    /// <summary>
    /// From hidden units to visible ones: the probabilities that these are 1, or the means of Gaussian ones, for any whole number of rows.
    /// </summary>
    /// <param name="codes">Rows of <see cref="IEncoder.CodeSize"/> numbers: 0 and 1, or probabilities.</param>
    /// <param name="outputs">Receives as many rows of visible units.</param>
    /// <exception cref="ArgumentException">A length is no whole number of rows, or the two disagree or share memory.</exception>
    void Decode(ReadOnlySpan<float> codes, Span<float> outputs);
}
