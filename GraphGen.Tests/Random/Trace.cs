using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>Everything that is compared of a network, in the order in which it came about.</summary>
internal static class Trace
{
    private const float LearningRate = 0.02f;

    /// <summary>
    /// Gradients, predictions, and three steps: by one call, by two, and by one call on fewer rows, so that what earlier batches left
    /// behind in the buffers would show. Layers that rest do so up to the third step, in which they train again.
    /// </summary>
    public static IReadOnlyList<(string Name, double[] Values)> Of(
        ISubject subject, IReadOnlyDictionary<string, double[]> parameters, Batch batch, IReadOnlyCollection<int> resting)
    {
        var trace = new List<(string, double[])>();
        subject.Set(parameters);
        subject.Rest(resting);
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

        if (subject.ComputeInputGradients(batch) is { } inputGradients)
        {
            trace.Add(("loss and gradient by the inputs", inputGradients));
        }

        trace.Add(("loss of the first step", [subject.TrainStep(batch, LearningRate)]));
        trace.Add(("loss of the second step", [subject.TrainStepInTwo(batch, LearningRate)]));
        trace.AddRange(subject.Parameters().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => ($"{pair.Name} after two steps", pair.Values)));
        subject.Rest([]);
        trace.Add(("loss of the third step", [subject.TrainStep(batch.Slice(0, (batch.Rows + 1) / 2), LearningRate)]));
        trace.AddRange(subject.Parameters().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => ($"{pair.Name} after three steps", pair.Values)));
        trace.AddRange(subject.Averages().OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => ($"average of {pair.Name} after three steps", pair.Values)));
        trace.Add(("prediction after three steps", subject.Predict(batch)));
        trace.Add(("prediction of a predictor after three steps", subject.PredictByPredictor(batch)));
        return trace;
    }
}
