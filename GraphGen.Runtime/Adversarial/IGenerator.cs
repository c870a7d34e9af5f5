using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// A network whose loss is measured elsewhere, by gradients of its outputs: every network with <see cref="ExternalLossAttribute"/> is one, unless its
/// rows have weights. See <see cref="GanTrainer"/>.
/// </summary>
public interface IGenerator : INetwork
{
    /// <summary>The outputs for any whole number of rows, in inference mode.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="outputs">Receives as many rows of outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of rows, or the two disagree or share memory.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The first half of a training step: the outputs as training computes them.</summary>
    /// <param name="inputs">Rows of inputs, row-major.</param>
    /// <param name="outputs">Receives as many rows of outputs.</param>
    /// <exception cref="ArgumentException">A length is no whole number of rows, or the two disagree.</exception>
    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The second half: the gradients by the outputs that <see cref="Forward"/> gave, and the optimizer's step.</summary>
    /// <param name="outputGradients">For each row of outputs the gradient of the row's own loss by them.</param>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <returns>The mean over the rows of the sum of outputs times gradients, with the declared penalties.</returns>
    /// <exception cref="ArgumentException">There are not as many gradients as there were outputs.</exception>
    /// <exception cref="InvalidOperationException">No forward pass waits.</exception>
    float Backward(ReadOnlySpan<float> outputGradients, float learningRate);
}
