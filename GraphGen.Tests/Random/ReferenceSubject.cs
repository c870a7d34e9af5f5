using GraphGen.Generator.Lowering;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>The interpreted network.</summary>
internal sealed class ReferenceSubject(ReferenceNetwork network, NetworkSpec declared) : ISubject
{
    /// <summary>Passes with dropout.</summary>
    public const int SampleCount = 3;

    /// <summary>The seed of these passes.</summary>
    public const ulong SampleSeed = 77;

    public void Set(IReadOnlyDictionary<string, double[]> parameters)
    {
        foreach ((string name, double[] values) in parameters)
        {
            network.Parameters[name] = values;
        }
    }

    public IEnumerable<(string Name, double[] Values)> Parameters() => network.Parameters.Select(pair => (pair.Key, pair.Value));

    public (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(Batch batch) =>
        network.ComputeGradients(batch);

    public double[]? ComputeInputGradients(Batch batch) => declared.HasInputGradients ? network.ComputeInputGradients(batch) : null;

    public double TrainStep(Batch batch, float learningRate) => network.TrainStep(batch, learningRate);

    public double TrainStepInTwo(Batch batch, float learningRate) => network.TrainStepAtOnce(batch, learningRate);

    public double[] Predict(Batch batch) => network.Predict(batch.Rows, batch.Inputs);

    public double[] PredictRowByRow(Batch batch) => Predict(batch);

    public double[]? PredictSamples(Batch batch)
    {
        if (!NetworkLowering.HasDropout(declared))
        {
            return null;
        }

        (double[] mean, double[] deviation) = network.PredictSamples(batch.Rows, batch.Inputs, SampleCount, SampleSeed);
        return [.. mean, .. deviation];
    }

    public IEnumerable<(string Name, double[] Values)> Averages() =>
        declared.AverageDecay > 0 ? network.Averages.Select(pair => (pair.Key, pair.Value)) : [];

    public double[] PredictByPredictor(Batch batch) => [.. Predict(batch), .. Predict(batch)];
}
