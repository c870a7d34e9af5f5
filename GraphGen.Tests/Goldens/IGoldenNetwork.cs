namespace GraphGen.Tests.Goldens;

/// <summary>
/// The public members that every emitted network has, whatever was declared. The generated halves implement these
/// interfaces merely by having the promised signatures: a change of the contract stops the build here.
/// </summary>
internal interface IGoldenNetwork
{
    ParameterCollection Parameters { get; }

    void Predict(ReadOnlySpan<float> inputs, Span<float> predictions);

    void ApplyGradients(float learningRate);

    Predictor CreatePredictor();
}

/// <summary>A network whose loss takes one label per row.</summary>
internal interface ILabelledNetwork : IGoldenNetwork
{
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float learningRate);

    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels);
}

/// <summary>A network whose loss takes targets, row-major.</summary>
internal interface ITargetNetwork : IGoldenNetwork
{
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);
}

/// <summary>A network whose loss compares the outputs with the inputs.</summary>
internal interface IReconstructingNetwork : IGoldenNetwork
{
    float TrainStep(ReadOnlySpan<float> inputs, float learningRate);

    float ComputeGradients(ReadOnlySpan<float> inputs);

    void Encode(ReadOnlySpan<float> inputs, Span<float> codes);

    void Decode(ReadOnlySpan<float> codes, Span<float> outputs);
}

/// <summary>A network whose loss takes one label per row, and how much the row counts.</summary>
internal interface IWeightedLabelledNetwork : IGoldenNetwork
{
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, float learningRate);

    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights);
}

/// <summary>A network whose loss takes targets, row-major, and how much each row counts.</summary>
internal interface IWeightedTargetNetwork : IGoldenNetwork
{
    float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float learningRate);

    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights);
}

/// <summary>A network that keeps moving averages of its parameters.</summary>
internal interface IAveragedNetwork
{
    void SwapAverages();
}
