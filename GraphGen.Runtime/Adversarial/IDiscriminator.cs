using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// A network that answers one yes-or-no question, and says by which change of a row the answer would change: every network with one output,
/// <see cref="BinaryCrossEntropyAttribute"/> and <see cref="InputGradientsAttribute"/> is one, unless its rows have weights. See
/// <see cref="GanTrainer"/>.
/// </summary>
public interface IDiscriminator : INetwork
{
    /// <summary>The probability of a yes for any whole number of rows, in inference mode.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="outputs">Receives a probability for each row.</param>
    /// <exception cref="ArgumentException">A length is no whole number of rows, or the two disagree or share memory.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>One optimizer step.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="targets">The probability of a yes for each row, in [0, 1].</param>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <returns>The mean loss over the rows before the step, with the declared penalties.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a target is out of range.</exception>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    /// <summary>The gradient of each row's own loss by the row, in inference mode. Nothing of the network changes.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="targets">The probability of a yes for each row, in [0, 1].</param>
    /// <param name="inputGradients">Receives as many rows of derivatives.</param>
    /// <returns>The mean loss over the rows, without penalties.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a target is out of range.</exception>
    float ComputeInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradients);
}
