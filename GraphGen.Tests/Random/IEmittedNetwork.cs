using GraphGen.Execution;

namespace GraphGen.Tests.Randomized;

/// <summary>What every emitted network can do, whatever its loss: implemented by a second part of each declared class.</summary>
public interface IEmittedNetwork
{
    /// <summary>The network's memory.</summary>
    NetworkMemory Memory { get; }

    /// <summary>The network's layers.</summary>
    IReadOnlyList<Layer> Layers { get; }

    /// <summary>The network's parameters.</summary>
    ParameterCollection Parameters { get; }

    /// <summary>Calls the network's own method with the labels or with the targets.</summary>
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float learningRate);

    /// <summary>Calls the network's own method with the labels or with the targets.</summary>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights);

    /// <summary>Calls the network's own method with the labels or with the targets; NaN where it has none.</summary>
    float ComputeInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> inputGradients);

    /// <summary>Calls the network's own method; false where it has none.</summary>
    bool TryPredictSamples(ReadOnlySpan<float> inputs, int samples, Span<float> mean, Span<float> deviation, ulong seed);

    /// <summary>Calls the network's own method; false where it has none.</summary>
    bool TrySwapAverages();

    /// <summary>The network's own method.</summary>
    void ApplyGradients(float learningRate);

    /// <summary>The network's own method.</summary>
    Predictor CreatePredictor();

    /// <summary>The network's own method.</summary>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);
}
