namespace GraphGen;

/// <summary>
/// Areas under the receiver operating characteristic, in memory allocated once. By ranks: with the rows sorted by their score, the ranks of
/// the n₁ positive ones add up to <c>U + n₁ (n₁ + 1) / 2</c>, and the area is <c>U / (n₁ n₀)</c> (Mann and Whitney, 1947; Hanley and
/// McNeil, 1982). Rows of equal score share the mean of their ranks, so that a tie counts one half. Ranks and their sums are exact in
/// double precision.
/// </summary>
internal sealed class RocArea(GroundTruth truth, bool isMicro)
{
    private readonly float[] _scores = new float[truth.Count * (isMicro ? truth.Columns : 1)];
    private readonly bool[] _positives = new bool[truth.Count * (isMicro ? truth.Columns : 1)];

    /// <summary>The area of one class or output; NaN where all rows belong to it, or none, or where a prediction is NaN.</summary>
    public double Of(ReadOnlySpan<float> predictions, int column) => Area(predictions, column).Value;

    /// <summary>The mean over the classes or outputs that have an area; NaN where none has one, or where a prediction is NaN.</summary>
    public double OfAll(ReadOnlySpan<float> predictions, Average average) => average switch
    {
        Average.Micro => Micro(predictions),
        _ => Mean(predictions, isWeighted: average == Average.Weighted),
    };

    private double Mean(ReadOnlySpan<float> predictions, bool isWeighted)
    {
        double sum = 0;
        long weights = 0;
        for (int column = 0; column < truth.Columns; column++)
        {
            (double area, int positives) = Area(predictions, column);
            if (positives > 0 && positives < truth.Count)
            {
                int weight = isWeighted ? positives : 1;
                sum += area * weight;
                weights += weight;
            }
        }

        // NaN where nothing was added.
        return sum / weights;
    }

    private (double Value, int Positives) Area(ReadOnlySpan<float> predictions, int column)
    {
        int positives = Gather(predictions, column, start: 0);
        return (Area(_scores.AsSpan(0, truth.Count), _positives.AsSpan(0, truth.Count), positives), positives);
    }

    private double Micro(ReadOnlySpan<float> predictions)
    {
        long positives = 0;
        for (int column = 0; column < truth.Columns; column++)
        {
            positives += Gather(predictions, column, column * truth.Count);
        }

        return Area(_scores, _positives, positives);
    }

    /// <summary>Copies a column of scores with what they should be.</summary>
    /// <returns>The number of positive rows.</returns>
    private int Gather(ReadOnlySpan<float> predictions, int column, int start)
    {
        int positives = 0;
        for (int row = 0; row < truth.Count; row++)
        {
            bool isPositive = truth.Holds(row, column);
            _scores[start + row] = predictions[(row * truth.Columns) + column];
            _positives[start + row] = isPositive;
            positives += isPositive ? 1 : 0;
        }

        return positives;
    }

    private static double Area(Span<float> scores, Span<bool> isPositive, long positives)
    {
        long negatives = scores.Length - positives;
        scores.Sort(isPositive);
        if (positives == 0 || negatives == 0 || float.IsNaN(scores[0]))
        {
            return double.NaN;
        }

        double rankSum = 0;
        int end;
        for (int start = 0; start < scores.Length; start = end)
        {
            int tiedPositives = 0;
            for (end = start; end < scores.Length && scores[end] == scores[start]; end++)
            {
                tiedPositives += isPositive[end] ? 1 : 0;
            }

            // The ranks from start + 1 to end have this mean.
            rankSum += tiedPositives * ((start + 1L + end) / 2.0);
        }

        return (rankSum - (positives * (positives + 1.0) / 2)) / ((double)positives * negatives);
    }
}
