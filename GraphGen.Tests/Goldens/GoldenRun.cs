namespace GraphGen.Tests.Goldens;

/// <summary>A network that stands at a golden's initial point, and the golden's batch to run it on.</summary>
internal sealed class GoldenRun
{
    private readonly IGoldenNetwork _network;
    private int _batch;

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

    /// <summary>Mini-batches of one optimizer step.</summary>
    public int BatchesOfStep => Golden.BatchRows?.Length ?? 1;

    /// <summary>Trains on the next mini-batch.</summary>
    public float TrainStep()
    {
        GoldenBatch batch = NextBatch();
        return _network switch
        {
            ILabelledNetwork labelled => labelled.TrainStep(batch.Inputs, batch.Labels, Golden.LearningRate),
            ITargetNetwork target => target.TrainStep(batch.Inputs, batch.Targets, Golden.LearningRate),
            IReconstructingNetwork reconstructing => reconstructing.TrainStep(batch.Inputs, Golden.LearningRate),
            IWeightedLabelledNetwork weighted => weighted.TrainStep(batch.Inputs, batch.Labels, batch.Weights, Golden.LearningRate),
            IWeightedTargetNetwork weighted => weighted.TrainStep(batch.Inputs, batch.Targets, batch.Weights, Golden.LearningRate),
            _ => throw Unknown(),
        };
    }

    /// <summary>Computes the gradients of the next mini-batch.</summary>
    public float ComputeGradients()
    {
        GoldenBatch batch = NextBatch();
        return _network switch
        {
            ILabelledNetwork labelled => labelled.ComputeGradients(batch.Inputs, batch.Labels),
            ITargetNetwork target => target.ComputeGradients(batch.Inputs, batch.Targets),
            IReconstructingNetwork reconstructing => reconstructing.ComputeGradients(batch.Inputs),
            IWeightedLabelledNetwork weighted => weighted.ComputeGradients(batch.Inputs, batch.Labels, batch.Weights),
            IWeightedTargetNetwork weighted => weighted.ComputeGradients(batch.Inputs, batch.Targets, batch.Weights),
            _ => throw Unknown(),
        };
    }

    public void SwapAverages() => ((IAveragedNetwork)_network).SwapAverages();

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

    private GoldenBatch NextBatch()
    {
        int[] rows = Golden.BatchRows ?? [Golden.Rows];
        int batch = _batch++ % rows.Length;
        return new GoldenBatch(Golden, rows[..batch].Sum(), rows[batch]);
    }

    private InvalidOperationException Unknown() => new(
        $"'{_network.GetType().Name}' says neither labels nor targets: let it implement one of the interfaces in {nameof(IGoldenNetwork)}.cs.");
}
