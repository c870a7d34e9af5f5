using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A network as it was when <c>CreatePredictor</c> was called: a copy that predicts and nothing else. It never changes, so any
/// number of threads may use it at once, also while the network that it came from goes on training.
/// </summary>
/// <remarks>
/// <para>
/// Batch normalisation costs a predictor nothing. In prediction it is an affine map of each column,
/// <c>z = s x + t</c> with <c>s = gamma / sqrt(variance + epsilon)</c> and <c>t = beta - mean s</c> over the moving statistics, and it
/// becomes part of the dense layer beside it: of one in front, <c>W' = W diag(s)</c> and <c>b' = b s + t</c>, where no activation stands
/// between; else of the one behind, <c>W' = diag(s) W</c> and <c>b' = b + t W</c>. The folded numbers are computed in double precision
/// and rounded once. Only a batch normalisation between activations, or behind the last, stays what it is.
/// </para>
/// <para>
/// Sources: Ioffe and Szegedy, Batch Normalization, 2015, algorithm 2; Jacob and others, Quantization and Training of Neural Networks
/// for Efficient Integer-Arithmetic-Only Inference, 2018, section 3.2.
/// </para>
/// </remarks>
public abstract class Predictor
{
    /// <summary>For generated code.</summary>
    /// <param name="inputSize">Features in a row of input, at least 1.</param>
    /// <param name="outputSize">Numbers in a row of predictions, at least 1.</param>
    /// <param name="parameterCount">Numbers that it predicts with.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Predictor(int inputSize, int outputSize, long parameterCount)
    {
        InputSize = inputSize;
        OutputSize = outputSize;
        ParameterCount = parameterCount;
    }

    /// <summary>Features in a row of input.</summary>
    public int InputSize { get; }

    /// <summary>Numbers in a row of predictions.</summary>
    public int OutputSize { get; }

    /// <summary>Weights, biases and what is left of batch normalisation, after folding.</summary>
    public long ParameterCount { get; }

    /// <summary>
    /// Predicts any whole number of rows, as the network's own <c>Predict</c> did at the time of the copy, up to rounding. Allocates
    /// nothing once each thread has its working memory, and may be called from any number of threads at once.
    /// </summary>
    /// <param name="inputs">Rows of <see cref="InputSize"/> features.</param>
    /// <param name="outputs">Receives as many rows of <see cref="OutputSize"/> numbers. It may not share memory with the inputs.</param>
    /// <exception cref="ArgumentException">
    /// A length is no whole number of rows, the two disagree, or they share memory. Nothing has been written.
    /// </exception>
    public abstract void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <inheritdoc cref="Predict(ReadOnlySpan{float}, Span{float})"/>
    /// <param name="inputs">A dense tensor [rows, <see cref="InputSize"/>].</param>
    /// <param name="outputs">A dense tensor [rows, <see cref="OutputSize"/>].</param>
    [OverloadResolutionPriority(-1)]
    public void Predict(in ReadOnlyTensorSpan<float> inputs, in TensorSpan<float> outputs) =>
        Predict(TensorViews.Rows(in inputs, InputSize, nameof(inputs)), TensorViews.Rows(in outputs, OutputSize, nameof(outputs)));

    /// <summary>The sizes, such as <c>Predictor: 784 inputs, 10 outputs, 266610 parameters</c>.</summary>
    public override string ToString() => Invariant($"Predictor: {InputSize} inputs, {OutputSize} outputs, {ParameterCount} parameters");
}
