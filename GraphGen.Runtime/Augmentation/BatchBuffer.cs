namespace GraphGen.Execution;

/// <summary>One mini-batch of distorted images and what is to be learned from them, in arrays that are used again and again.</summary>
internal sealed class BatchBuffer
{
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly float[] _weights;

    /// <summary>Allocates a buffer for mini-batches of some data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="batchSize">Rows of the largest mini-batch.</param>
    public BatchBuffer(Dataset data, int batchSize)
    {
        _inputs = new float[batchSize * data.InputSize];
        _labels = data.HasLabels ? new int[batchSize] : [];
        _targets = new float[batchSize * data.TargetSize];
        _weights = data.HasWeights ? new float[batchSize] : [];
        Dataset batch = data.HasLabels
            ? new Dataset(_inputs, data.InputSize, _labels)
            : new Dataset(_inputs, data.InputSize, _targets, data.TargetSize);
        Batch = data.HasWeights ? batch.WithUncheckedWeights(_weights) : batch;
    }

    /// <summary>The mini-batch, over the buffer's arrays: its rows change with each <see cref="Fill"/>, and those beyond the last filled mean nothing.</summary>
    public Dataset Batch { get; }

    /// <summary>Takes rows of the data over, their images distorted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Fill(Dataset data, ReadOnlySpan<int> rows, int epoch, ImageAugmenter augmenter)
    {
        int inputSize = data.InputSize;
        for (int i = 0; i < rows.Length; i++)
        {
            augmenter.Apply(data.InputRows.Rows(rows[i], 1), _inputs.AsSpan(i * inputSize, inputSize), epoch, rows[i]);
            CopyExpectation(data, rows[i], i);
        }

        GC.KeepAlive(data);
    }

    // All that belongs to a row besides its inputs.
    private void CopyExpectation(Dataset data, int row, int place)
    {
        if (data.HasLabels)
        {
            _labels[place] = data.Labels[row];
        }
        else
        {
            int size = data.TargetSize;
            data.TargetRows.CopyTo(row, 1, _targets.AsSpan(place * size, size));
        }

        if (data.HasWeights)
        {
            _weights[place] = data.Weights[row];
        }
    }
}
