using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>The emitted network.</summary>
internal sealed class EmittedSubject(IEmittedNetwork network, int outputs) : ISubject
{
    public void Set(IReadOnlyDictionary<string, double[]> parameters)
    {
        foreach ((string name, double[] values) in parameters)
        {
            network.Parameters[name].CopyFrom(Floats(values));
        }
    }

    public IEnumerable<(string Name, double[] Values)> Parameters()
    {
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            yield return (parameter.Name, Doubles(values));
        }
    }

    public (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(Batch batch)
    {
        double loss = network.ComputeGradients(Floats(batch.Inputs), batch.Labels, Floats(batch.Expected), Floats(batch.Weights));
        var gradients = new Dictionary<string, double[]>();
        foreach (Parameter parameter in network.Layers.Where(layer => layer.Trainable).SelectMany(layer => layer.Parameters).Where(parameter => parameter.Trainable))
        {
            float[] gradient = new float[parameter.Length];
            parameter.CopyGradientTo(gradient);
            gradients.Add(parameter.Name, Doubles(gradient));
        }

        return (loss, gradients);
    }

    public double[]? ComputeInputGradients(Batch batch)
    {
        float[] gradients = new float[batch.Inputs.Length];
        float loss = network.ComputeInputGradients(Floats(batch.Inputs), batch.Labels, Floats(batch.Expected), gradients);
        return float.IsNaN(loss) ? null : [loss, .. Doubles(gradients)];
    }

    public double TrainStep(Batch batch, float learningRate) =>
        network.TrainStep(Floats(batch.Inputs), batch.Labels, Floats(batch.Expected), Floats(batch.Weights), learningRate);

    public double TrainStepInTwo(Batch batch, float learningRate)
    {
        double loss = network.ComputeGradients(Floats(batch.Inputs), batch.Labels, Floats(batch.Expected), Floats(batch.Weights));
        network.ApplyGradients(learningRate);
        return loss;
    }

    public double[] Predict(Batch batch)
    {
        float[] predictions = new float[batch.Rows * outputs];
        network.Predict(Floats(batch.Inputs), predictions);
        return Doubles(predictions);
    }

    public double[] PredictRowByRow(Batch batch) => Enumerable.Range(0, batch.Rows).SelectMany(row => Predict(batch.Slice(row, 1))).ToArray();

    public double[]? PredictSamples(Batch batch)
    {
        float[] mean = new float[batch.Rows * outputs], deviation = new float[mean.Length];
        bool has = network.TryPredictSamples(Floats(batch.Inputs), ReferenceSubject.SampleCount, mean, deviation, ReferenceSubject.SampleSeed);
        return has ? [.. Doubles(mean), .. Doubles(deviation)] : null;
    }

    public IEnumerable<(string Name, double[] Values)> Averages()
    {
        if (!network.TrySwapAverages())
        {
            return [];
        }

        (string Name, double[] Values)[] averages = Parameters().Where(pair => network.Parameters[pair.Name].Trainable).ToArray();
        network.TrySwapAverages();
        return averages;
    }

    public double[] PredictByPredictor(Batch batch)
    {
        Predictor predictor = network.CreatePredictor();
        float[] inputs = Floats(batch.Inputs), predictions = new float[2 * batch.Rows * outputs];
        predictor.Predict(inputs, predictions.AsSpan(0, batch.Rows * outputs));
        for (int row = 0; row < batch.Rows; row++)
        {
            predictor.Predict(
                inputs.AsSpan(row * predictor.InputSize, predictor.InputSize), predictions.AsSpan((batch.Rows + row) * outputs, outputs));
        }

        return Doubles(predictions);
    }

    private static float[] Floats(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
