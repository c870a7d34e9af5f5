using System.ComponentModel;

namespace GraphGen;

/// <content>How much each row counts in the loss.</content>
public sealed partial class Dataset
{
    /// <summary>Whether the rows have weights; otherwise each counts 1.</summary>
    public bool HasWeights => AllWeights.Length > 0;

    /// <summary>The weight of every row; empty where there are none.</summary>
    public ReadOnlySpan<float> Weights => HasWeights ? AllWeights.AsSpan(FirstWeight, Count) : default;

    private float[] AllWeights { get; init; } = [];

    // Weights may be given to a slice, so their first one need not be that of the labels' first row.
    private int FirstWeight { get; init; }

    /// <summary>
    /// The same rows with weights: the loss becomes the sum of weight times row loss, divided by the number of rows. A network reads
    /// them if it was declared with <c>[SampleWeights]</c>.
    /// </summary>
    /// <param name="weights">
    /// One finite weight per row, at least 0, one of them above 0. Not copied: leave the array alone afterwards.
    /// </param>
    /// <returns>A data set that shares all arrays with this one.</returns>
    /// <exception cref="ArgumentException">The number of weights is not that of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or NaN, or none is above 0.</exception>
    public Dataset WithWeights(float[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length != Count)
        {
            throw new ArgumentException($"There are {weights.Length} weights for {Count} rows: give one for each row.", nameof(weights));
        }

        Execution.Guard.Weights(weights, nameof(weights), "row");
        return WithUncheckedWeights(weights);
    }

    /// <summary>What <see cref="WithWeights"/> does, where the weights are still to be filled in.</summary>
    internal Dataset WithUncheckedWeights(float[] weights) => new(this) { AllWeights = weights, FirstWeight = 0 };

    /// <summary>The same rows, the weight of each multiplied by that of its class. The labels have been checked before.</summary>
    /// <exception cref="ArgumentException">No row has a weight above 0.</exception>
    internal Dataset WithClassWeights(IReadOnlyList<float> classWeights)
    {
        float[] weights = new float[Count];
        CopyWeights(0, weights);
        for (int row = 0; row < Count; row++)
        {
            weights[row] *= classWeights[Labels[row]];
        }

        return WithWeights(weights);
    }

    /// <summary>For emitted code: gathers the weights of a mini-batch, 1 where the data have none.</summary>
    /// <param name="rows">The rows, in any order, repeated or not.</param>
    /// <param name="weights">Receives one weight per row.</param>
    /// <exception cref="ArgumentException"><paramref name="weights"/> has another length than <paramref name="rows"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void GatherWeights(ReadOnlySpan<int> rows, Span<float> weights)
    {
        if (weights.Length != rows.Length)
        {
            throw new ArgumentException($"{rows.Length} rows need as many weights, but the span given has {weights.Length}.", nameof(weights));
        }

        ReadOnlySpan<float> all = Weights;
        for (int i = 0; i < rows.Length; i++)
        {
            RequireRow(rows[i], nameof(rows));
            weights[i] = all.IsEmpty ? 1 : all[rows[i]];
        }
    }

    /// <summary>For emitted code: copies the weights of consecutive rows, 1 where the data have none.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="weights">Receives the weights of as many rows as it has elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CopyWeights(int start, Span<float> weights)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        RequireRow(start, nameof(start));
        RequireRow(start + weights.Length - 1, nameof(start));
        if (HasWeights)
        {
            Weights.Slice(start, weights.Length).CopyTo(weights);
        }
        else
        {
            weights.Fill(1);
        }
    }
}
