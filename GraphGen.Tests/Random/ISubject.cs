using GraphGen.Tests.Interpretation;

namespace GraphGen.Tests.Randomized;

/// <summary>A network under comparison, emitted or interpreted, in double precision on the outside.</summary>
internal interface ISubject
{
    /// <summary>Overwrites parameters and moving statistics.</summary>
    void Set(IReadOnlyDictionary<string, double[]> parameters);

    /// <summary>Parameters and moving statistics by name.</summary>
    IEnumerable<(string Name, double[] Values)> Parameters();

    /// <summary>The loss and the gradient by each trainable parameter's name.</summary>
    (double Loss, Dictionary<string, double[]> Gradients) ComputeGradients(Batch batch);

    /// <summary>The loss of predictions and its gradient by the rows, one behind the other; null for networks that do not compute them.</summary>
    double[]? ComputeInputGradients(Batch batch);

    /// <summary>A step by one call.</summary>
    double TrainStep(Batch batch, float learningRate);

    /// <summary>A step by computing gradients and applying them.</summary>
    double TrainStepInTwo(Batch batch, float learningRate);

    /// <summary>Predictions, [rows, outputs].</summary>
    double[] Predict(Batch batch);

    /// <summary>Predictions by one call for each row.</summary>
    double[] PredictRowByRow(Batch batch);

    /// <summary>Mean and spread of three passes with dropout, one behind the other; null for networks without dropout.</summary>
    double[]? PredictSamples(Batch batch);

    /// <summary>The moving averages of the trained parameters by name; empty for networks without.</summary>
    IEnumerable<(string Name, double[] Values)> Averages();

    /// <summary>Predictions of a predictor made now: of all rows by one call, then by one call for each row.</summary>
    double[] PredictByPredictor(Batch batch);
}
