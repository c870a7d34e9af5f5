using GraphGen.Tests.EndToEnd;

namespace GraphGen.Tests.Predictors;

/// <summary>Fixed random rows to predict.</summary>
internal static class Rows
{
    private const int Most = 100;

    /// <summary>The first <paramref name="rows"/> of at most 100 rows.</summary>
    public static float[] Inputs(Predictor predictor, int rows) =>
        RandomData.Floats(Most * predictor.InputSize, seed: 77)[..(rows * predictor.InputSize)];

    /// <summary>What a predictor makes of them.</summary>
    public static float[] Outputs(Predictor predictor, int rows) => Outputs(predictor, predictor.Predict, rows);

    /// <summary>What the network that <paramref name="predictor"/> came from makes of them now.</summary>
    public static float[] Outputs(Predictor predictor, Subject.PredictMethod predict, int rows)
    {
        float[] outputs = new float[rows * predictor.OutputSize];
        predict(Inputs(predictor, rows), outputs);
        return outputs;
    }
}
