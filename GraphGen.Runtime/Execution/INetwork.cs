using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>
/// What library code needs of a generated network, whatever was declared: implemented explicitly by the emitted class.
/// Users call the members of their own class instead, which fit its loss.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetwork
{
    /// <summary>What was declared.</summary>
    NetworkInfo Info { get; }

    /// <summary>Every parameter and moving statistic, in the order of the layers.</summary>
    ParameterCollection Parameters { get; }

    /// <summary>The layers, from the input to the output.</summary>
    IReadOnlyList<Layer> Layers { get; }

    /// <summary>The parameters, the optimizer's state and the buffers.</summary>
    NetworkMemory Memory { get; }

    /// <summary>
    /// One optimizer step on the rows of <paramref name="data"/> that <paramref name="rows"/> names, gathered straight
    /// into the network's own buffers. The data have been checked against the network before.
    /// </summary>
    /// <returns>The loss before the step, averaged over the rows, with the declared penalties.</returns>
    float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate);

    /// <summary>
    /// Runs the network in inference mode on <paramref name="count"/> rows of <paramref name="data"/> from <paramref name="start"/> on.
    /// </summary>
    /// <param name="data">The data, checked against the network before.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows, at most <see cref="BatchCapacity"/>.</param>
    /// <param name="predictions">Receives <paramref name="count"/> rows of predictions, row-major.</param>
    /// <returns>The loss summed over the rows, without penalties.</returns>
    double Evaluate(Dataset data, int start, int count, Span<float> predictions);

    /// <summary>
    /// Computes what the <see cref="NetworkInfo.FrozenLayers"/> in front make of <paramref name="count"/> rows of <paramref name="data"/> from
    /// <paramref name="start"/> on. Only for networks that have such layers.
    /// </summary>
    /// <param name="data">The data, checked against the network before.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows, at most <see cref="BatchCapacity"/>.</param>
    /// <param name="features">Receives <paramref name="count"/> rows of <see cref="NetworkInfo.FeatureSize"/> values, row-major.</param>
    /// <exception cref="NotSupportedException">The network has no such layers.</exception>
    void ComputeFeatures(Dataset data, int start, int count, Span<float> features) =>
        throw new NotSupportedException($"{Info.Name} has no frozen layers in front.");

    /// <summary>
    /// Right predictions of the last training step or evaluation: rows whose most likely class is their label, or for binary
    /// cross-entropy outputs on the right side of one half. Not meaningful for regressions.
    /// </summary>
    int Hits { get; }

    /// <summary>Rows that the network's buffers hold at present. A larger batch enlarges them, once.</summary>
    int BatchCapacity { get; }

    /// <summary>Makes room for batches of <paramref name="rows"/> rows; does nothing where there is room enough.</summary>
    void EnsureCapacity(int rows);

    /// <summary>Forgets what the optimizer has gathered, as if no step had been made.</summary>
    void ResetOptimizer();

    /// <summary>To be called after values of parameters were written: renews what is derived from them.</summary>
    void ParametersChanged();
}
