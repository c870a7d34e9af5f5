using System.Numerics.Tensors;

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
    public Evaluator(INetwork network, Dataset data)
    {
        _network = network;
        _data = data;
        network.EnsureCapacity(Math.Min(LeastChunk, data.Count));
        _chunk = Math.Min(network.BatchCapacity, data.Count);
        _width = network.Info.OutputSize;
        _predictions = new float[_chunk * _width];
    }

    /// <summary>The mean loss and the accuracy. Allocates nothing.</summary>
    public Evaluation Run()
    {
        double loss = 0;
        long right = 0;
        for (int start = 0; start < _data.Count; start += _chunk)
        {
            int count = Math.Min(_chunk, _data.Count - start);
            Span<float> rows = _predictions.AsSpan(0, count * _width);
            loss += _network.Evaluate(_data, start, count, rows);
            right += CountRight(rows, start, count);
        }

        return new Evaluation((float)(loss / _data.Count), Accuracy(_network.Info, right, _data.Count));
    }

    /// <summary>The share of right predictions: of rows, or of outputs for binary cross-entropy; NaN for a regression.</summary>
    public static float Accuracy(NetworkInfo info, long right, int rows) => info.Loss switch
    {
        LossFunction.SoftmaxCrossEntropy => (float)((double)right / rows),
        LossFunction.BinaryCrossEntropy => (float)(right / ((double)rows * info.OutputSize)),
        _ => float.NaN,
    };

    private int CountRight(ReadOnlySpan<float> rows, int start, int count) => _network.Info.Loss switch
    {
        LossFunction.SoftmaxCrossEntropy => CountLargest(rows, _data.Labels.Slice(start, count)),
        LossFunction.BinaryCrossEntropy when _data.HasLabels => CountSame(rows, _data.Labels.Slice(start, count)),
        LossFunction.BinaryCrossEntropy => CountSame(rows, _data.Targets.Slice(start * _width, count * _width)),
        _ => 0,
    };

    private int CountLargest(ReadOnlySpan<float> rows, ReadOnlySpan<int> labels)
    {
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += TensorPrimitives.IndexOfMax(rows.Slice(row * _width, _width)) == labels[row] ? 1 : 0;
        }

        return right;
    }

    private static int CountSame(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels)
    {
        int right = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            right += outputs[row] >= 0.5f == (labels[row] == 1) ? 1 : 0;
        }

        return right;
    }

    private static int CountSame(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        int right = 0;
        for (int index = 0; index < targets.Length; index++)
        {
            right += outputs[index] >= 0.5f == targets[index] >= 0.5f ? 1 : 0;
        }

        return right;
    }
}
