using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// What frozen layers make of a data set, computed once instead of in every step: they make the same of a row each time. A fit on it trains the layers behind
/// them, in an order shuffled anew for each epoch, and comes to the same bits as one on the rows themselves.
/// </summary>
public static class FrozenFeatures
{
    /// <summary>Rows at a time where the network has room for no more: enough to keep its kernels and threads busy.</summary>
    private const int LeastChunk = 256;

    /// <summary>
    /// Runs the frozen layers in front of a network, those of <c>[FreezeUpTo]</c> or <c>Frozen = true</c> up to the first that is trained or draws at random, over
    /// a data set. <c>Fit</c> of the same network takes the result in place of the data; validation data and <c>Evaluate</c> take rows as they are.
    /// Where the frozen parameters change afterwards, by <c>Load</c> for instance, the features are no longer theirs and are refused. Waits for the end of the step that
    /// another thread is in, and lets none copy or change parameters until all rows are through.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The rows to train on.</param>
    /// <returns>The features of each row, [rows, <see cref="NetworkInfo.FeatureSize"/>], with the labels or targets, weights and scaling of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, hold features already, or would make more values than an array holds.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is nothing to cache: nothing in front is frozen, or a layer there is trained, draws at random or adds a penalty; the message says which, and what to do.
    /// </exception>
    public static Dataset CacheFrozen(this INetwork network, Dataset data)
    {
        Check(network, data);
        int width = network.Info.FeatureSize;
        if ((long)data.Count * width > Array.MaxLength)
        {
            throw Guard.Invalid(
                nameof(data), $"The features of its {data.Count} rows, {width} values each, are more than an array holds", $"cache them in a file: name one");
        }

        float[] features = new float[data.Count * width];
        using NetworkMemory.Claim claim = network.Memory.BeginNesting();
        foreach ((int start, int count) in Chunks(network, data))
        {
            network.ComputeFeatures(data, start, count, features.AsSpan(start * width, count * width));
        }

        return data.WithFeatures(new ArrayStorage(features), width, FeatureSource.Of(network));
    }

    /// <summary>
    /// As <see cref="CacheFrozen(INetwork, Dataset)"/>, with the features in a file that is mapped into memory, so that they may be larger than it.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The rows to train on.</param>
    /// <param name="path">
    /// The file, by custom <c>*.npy</c>: a NumPy array of shape [rows, <see cref="NetworkInfo.FeatureSize"/>], replaced if it exists. It must stay as it is while the
    /// data set is in use.
    /// </param>
    /// <returns>The features of each row, with the labels or targets, weights and scaling of <paramref name="data"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, or hold features already.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to cache.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static Dataset CacheFrozen(this INetwork network, Dataset data, string path)
    {
        Check(network, data);
        int width = network.Info.FeatureSize;
        FeatureSource source;
        using (NetworkMemory.Claim claim = network.Memory.BeginNesting())
        using (var writer = new NpyWriter<float>(path, width))
        {
            float[] features = [];
            foreach ((int start, int count) in Chunks(network, data))
            {
                // The first chunk is the largest.
                features = features.Length > 0 ? features : new float[count * width];
                network.ComputeFeatures(data, start, count, features.AsSpan(0, count * width));
                writer.Write(features.AsSpan(0, count * width));
            }

            writer.Complete();
            source = FeatureSource.Of(network);
        }

        return data.WithFeatures(NpyRows.Map(path).Storage, width, source);
    }

    private static void Check(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Info.FrozenLayers == 0)
        {
            throw new InvalidOperationException(FeatureObstacle.Of(network));
        }

        Guard.Dataset(data, network.Info, nameof(data));
    }

    private static IEnumerable<(int Start, int Count)> Chunks(INetwork network, Dataset data)
    {
        network.EnsureCapacity(Math.Min(LeastChunk, data.Count));
        int chunk = Math.Min(network.BatchCapacity, data.Count);
        for (int start = 0; start < data.Count; start += chunk)
        {
            yield return (start, Math.Min(chunk, data.Count - start));
        }
    }
}
