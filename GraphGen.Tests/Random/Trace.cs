using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>Everything that is compared of a network, in the order in which it came about.</summary>
internal static class Trace
{
    private const float LearningRate = 0.02f;

    /// <summary>
    /// Gradients, predictions, and three steps: by one call, by two, and by one call on fewer rows, so that what earlier batches left
    /// behind in the buffers would show.
    /// </summary>
    public static IReadOnlyList<(string Name, double[] Values)> Of(ISubject subject, IReadOnlyDictionary<string, double[]> parameters, Batch batch)
    {
        var trace = new List<(string, double[])>();
        subject.Set(parameters);
        (double loss, Dictionary<string, double[]> gradients) = subject.ComputeGradients(batch);
        trace.Add(("loss", [loss]));
        trace.AddRange(gradients.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ($"gradient of {pair.Key}", pair.Value)));

        // Computing gradients may have moved the moving statistics.
        subject.Set(parameters);
        trace.Add(("prediction before training", subject.Predict(batch)));
        trace.Add(("prediction before training, row by row", subject.PredictRowByRow(batch)));
        trace.Add(("prediction of a predictor before training", subject.PredictByPredictor(batch)));
        if (subject.PredictSamples(batch) is { } samples)
        {
            trace.Add(("mean and spread of predictions with dropout", samples));
        }

        if (subject.ComputeInputGradients(batch) is { } slopes)
        {
            trace.Add(("loss of predictions and its gradient by the rows", slopes));
        }

        trace.Add(("loss of the first step", [subject.TrainStep(batch, LearningRate)]));
        trace.Add(("loss of the second step", [subject.TrainStepInTwo(batch, LearningRate)]));
        trace.Add(("loss of the third step", [subject.TrainStep(batch.Slice(0, (batch.Rows + 1) / 2), LearningRate)]));
        trace.AddRange(subject.Parameters().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => ($"{pair.Name} after three steps", pair.Values)));
        trace.AddRange(subject.Averages().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => ($"average of {pair.Name} after three steps", pair.Values)));
        trace.Add(("prediction after three steps", subject.Predict(batch)));
        trace.Add(("prediction of a predictor after three steps", subject.PredictByPredictor(batch)));
        return trace;
    }
}
