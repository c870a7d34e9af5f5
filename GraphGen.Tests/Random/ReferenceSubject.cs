using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>The interpreted network.</summary>
internal sealed class ReferenceSubject(ReferenceNetwork network) : ISubject
{
    public void Set(IReadOnlyDictionary<string, double[]> parameters)
    {
        foreach ((string name, double[] values) in parameters)
        {
            network.Parameters[name] = values;
        }
    }

    public IEnumerable<(string Name, double[] Values)> Parameters() => network.Parameters.Select(pair => (pair.Key, pair.Value));

    public (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(Batch batch) =>
        network.ComputeGradients(batch.Rows, batch.Inputs, batch.Expected);

    public double TrainStep(Batch batch, float learningRate) => network.TrainStep(batch.Rows, batch.Inputs, batch.Expected, learningRate);

    public double TrainStepInTwo(Batch batch, float learningRate) => TrainStep(batch, learningRate);

    public double[] Predict(Batch batch) => network.Predict(batch.Rows, batch.Inputs);

    public double[] PredictRowByRow(Batch batch) => Predict(batch);

    public double[] PredictByPredictor(Batch batch) => [.. Predict(batch), .. Predict(batch)];
}
