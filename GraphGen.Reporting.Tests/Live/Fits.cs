namespace GraphGen.Reporting.Tests.Live;

/// <summary>Small fits that take no time.</summary>
internal static class Fits
{
    /// <summary>Points of the plane; the class is the half that they lie in. Some labels are wrong, so that losses go up and down.</summary>
    public static Dataset Points(int count = 40)
    {
        float[] inputs = new float[2 * count];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++)
        {
            (inputs[2 * row], inputs[(2 * row) + 1]) = ((row * 7 % count / (float)count) - 0.5f, (row * 3 % count / (float)count) - 0.5f);
            labels[row] = inputs[2 * row] > 0 != (row % 9 == 0) ? 1 : 0;
        }

        return new Dataset(inputs, inputSize: 2, labels);
    }

    /// <summary>Four mini-batches an epoch.</summary>
    public static FitOptions Options(int epochs, params ITrainingCallback[] callbacks) => new()
    {
        Epochs = epochs,
        BatchSize = 10,
        LearningRate = 0.5f,
        Validation = Points(20),
        Callbacks = callbacks,
    };

    /// <summary>Fits a new network.</summary>
    public static History Run(FitOptions options) => new Halves(seed: 1).Fit(Points(), options);
}

[Input(2)]
[Dense(6, Act.Tanh)] [BatchNorm]
[Dense(2)]
[SoftmaxCrossEntropy]
[Momentum(0.9)]
internal sealed partial class Halves;

[Input(2)]
[Dense(1)]
[MeanSquaredError]
[Sgd]
internal sealed partial class Slope;
