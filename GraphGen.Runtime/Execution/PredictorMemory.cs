using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>Makes the memory of predictors: parameters and what is derived from them, nothing for training.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PredictorMemory
{
    /// <summary>Memory for parameters in a layout of the predictor's own, zeroed.</summary>
    /// <param name="parameters">Floats of the parameters.</param>
    /// <param name="derived">Floats of what is derived from them.</param>
    public static NetworkMemory New(int parameters, int derived) => new(
        new NetworkSizes(Parameters: parameters, Trained: 0, Slots: 0, Derived: derived, Vectors: 0, WorkspaceBlocks: 0, HasLabels: false),
        seed: 0,
        threads: 1,
        batchCapacity: 1);

    /// <summary>A copy of a network's parameters in their own layout.</summary>
    /// <param name="network">The network's memory.</param>
    /// <param name="derived">How much of what is derived from the parameters to copy, in floats from the start.</param>
    public static NetworkMemory Copy(NetworkMemory network, int derived)
    {
        NetworkMemory copy = New(network.Parameters.Length, derived);
        network.Parameters.Span.CopyTo(copy.Parameters.Span);
        network.Derived.Span[..derived].CopyTo(copy.Derived.Span);
        return copy;
    }
}
