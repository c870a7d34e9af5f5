namespace GraphGen.Execution;

/// <summary>Evaluates a network on a data set, as often as wanted, in a buffer allocated once.</summary>
internal sealed class Evaluator
{
    /// <summary>Rows at a time where the network has room for no more: enough to keep its kernels busy.</summary>
    private const int LeastChunk = 128;

    private readonly INetwork _network;
    private readonly Dataset _data;
    private readonly int _width;
    private readonly int _chunk;
    private readonly float[] _predictions;

    /// <summary>Makes room for evaluating <paramref name="data"/>, which have been checked against the network before.</summary>
    /// <exception cref="ArgumentException">The predictions are more than an array holds.</exception>
    public Evaluator(INetwork network, Dataset data)
    {
        _network = network;
        _data = data;
        _width = network.Info.OutputSize;
        RequireRoom();
        network.EnsureCapacity(Math.Min(LeastChunk, data.Count));
        _chunk = Math.Min(network.BatchCapacity, data.Count);
        _predictions = new float[data.Count * _width];
    }

    /// <summary>The predictions of the last run, <c>[Count, OutputSize]</c>, row-major; zeros before the first.</summary>
    public ReadOnlySpan<float> Predictions => _predictions;

    /// <summary>Predicts every row: the mean loss and the accuracy. Allocates nothing.</summary>
    public EvaluationSummary Run()
    {
        double loss = 0;
        for (int start = 0; start < _data.Count; start += _chunk)
        {
            int count = Math.Min(_chunk, _data.Count - start);
            loss += _network.Evaluate(_data, start, count, _predictions.AsSpan(start * _width, count * _width));
        }

        long right = RightPredictions.Count(_network.Info, _data, _predictions);
        return new EvaluationSummary((float)(loss / _data.Count), Accuracy(_network.Info, right, _data.Count));
    }

    /// <summary>The share of right predictions: of rows, or of outputs for binary cross-entropy; NaN for a regression.</summary>
    public static float Accuracy(NetworkInfo info, long right, int rows) => info.Loss switch
    {
        LossFunction.SoftmaxCrossEntropy => (float)((double)right / rows),
        LossFunction.BinaryCrossEntropy => (float)(right / ((double)rows * info.OutputSize)),
        _ => float.NaN,
    };

    private void RequireRoom()
    {
        if ((long)_data.Count * _width > Array.MaxLength)
        {
            throw Guard.Invalid(
                "data",
                $"The predictions for its {_data.Count} rows, {_width} values each, are more than an array holds",
                $"evaluate parts of it, such as data[..1000000]");
        }
    }
}
