namespace GraphGen.Tests.Goldens;

/// <summary>A network that stands at a golden's initial point, and the golden's batch to run it on.</summary>
internal sealed class GoldenRun
{
    private readonly IGoldenNetwork _network;

    /// <summary>Copies the golden's initial values into <paramref name="network"/>, which was constructed with the golden's seed.</summary>
    public GoldenRun(GoldenFile golden, IGoldenNetwork network)
    {
        Golden = golden;
        _network = network;
        foreach ((string name, GoldenTensor tensor) in golden.Initial)
        {
            network.Parameters[name].CopyFrom(tensor.Values);
        }
    }

    public GoldenFile Golden { get; }

    public ParameterCollection Parameters => _network.Parameters;

    public static GoldenRun Start(string name)
    {
        GoldenFile golden = GoldenFile.Read(name);
        return new GoldenRun(golden, GoldenTable.Create(golden));
    }

    public float TrainStep() => _network switch
    {
        ILabelledNetwork labelled => labelled.TrainStep(Golden.Inputs, Golden.Labels, Golden.LearningRate),
        ITargetNetwork target => target.TrainStep(Golden.Inputs, Golden.Targets, Golden.LearningRate),
        _ => throw Unknown(),
    };

    public float ComputeGradients() => _network switch
    {
        ILabelledNetwork labelled => labelled.ComputeGradients(Golden.Inputs, Golden.Labels),
        ITargetNetwork target => target.ComputeGradients(Golden.Inputs, Golden.Targets),
        _ => throw Unknown(),
    };

    public void ApplyGradients() => _network.ApplyGradients(Golden.LearningRate);

    /// <summary>Predicts <paramref name="rowsAtOnce"/> rows of the batch with each call.</summary>
    public float[] Predict(int rowsAtOnce) => Predict(_network.Predict, rowsAtOnce);

    /// <summary>The same by a predictor made now.</summary>
    public float[] PredictByPredictor(int rowsAtOnce) => Predict(_network.CreatePredictor().Predict, rowsAtOnce);

    private float[] Predict(PredictMethod predict, int rowsAtOnce)
    {
        int inputSize = Golden.Inputs.Length / Golden.Rows;
        int outputSize = Golden.PredictionBefore.Length / Golden.Rows;
        float[] predictions = new float[Golden.PredictionBefore.Length];
        for (int row = 0; row < Golden.Rows; row += rowsAtOnce)
        {
            int rows = Math.Min(rowsAtOnce, Golden.Rows - row);
            predict(
                Golden.Inputs.AsSpan(row * inputSize, rows * inputSize),
                predictions.AsSpan(row * outputSize, rows * outputSize));
        }

        return predictions;
    }

    public float[] Values(string parameterName)
    {
        Parameter parameter = Parameters[parameterName];
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    public float[] Gradient(string parameterName)
    {
        Parameter parameter = Parameters[parameterName];
        float[] gradient = new float[parameter.Length];
        parameter.CopyGradientTo(gradient);
        return gradient;
    }

    private delegate void PredictMethod(ReadOnlySpan<float> inputs, Span<float> outputs);

    private InvalidOperationException Unknown() => new(
        $"'{_network.GetType().Name}' is neither an {nameof(ILabelledNetwork)} nor an {nameof(ITargetNetwork)}: declare which.");
}
