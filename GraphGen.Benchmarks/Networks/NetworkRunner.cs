using GraphGen.Execution;

namespace GraphGen.Benchmarks.Networks;

/// <summary>A network and its members that a user calls, whatever its class.</summary>
/// <param name="Network">The network.</param>
/// <param name="TrainStep">Its training step.</param>
/// <param name="Predict">Its prediction.</param>
/// <param name="CreatePredictor">Its copy for serving.</param>
internal sealed record NetworkRunner(INetwork Network, NetworkRunner.Step TrainStep, NetworkRunner.Prediction Predict, Func<Predictor> CreatePredictor)
{
    /// <summary>Makes a step on <paramref name="count"/> rows from the row <paramref name="first"/> on; returns the loss before it.</summary>
    public delegate float Step(Dataset rows, int first, int count, float learningRate);

    /// <summary>Predicts rows.</summary>
    public delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The training step of a network that takes labels.</summary>
    public delegate float StepWithLabels(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate);

    /// <summary>The training step of a network that takes targets.</summary>
    public delegate float StepWithTargets(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    /// <summary>A network that takes labels.</summary>
    public static NetworkRunner Classifier(INetwork network, StepWithLabels step, Prediction predict, Func<Predictor> createPredictor)
    {
        int inputs = network.Info.InputSize;
        return new(
            network,
            (rows, first, count, rate) => step(rows.Inputs.Slice(first * inputs, count * inputs), rows.Labels.Slice(first, count), rate),
            predict,
            createPredictor);
    }

    /// <summary>A network that takes targets.</summary>
    public static NetworkRunner Regressor(INetwork network, StepWithTargets step, Prediction predict, Func<Predictor> createPredictor)
    {
        int inputs = network.Info.InputSize, targets = network.Info.OutputSize;
        return new(
            network,
            (rows, first, count, rate) => step(
                rows.Inputs.Slice(first * inputs, count * inputs), rows.Targets.Slice(first * targets, count * targets), rate),
            predict,
            createPredictor);
    }
}
