namespace GraphGen;

/// <summary>Sums the errors of predicted values for each output, in double precision and in memory allocated once.</summary>
internal sealed class RegressionErrors
{
    private readonly RowWindow _targets;
    private readonly int _outputs;
    private readonly int _rows;

    // Of the targets alone: Σ(t - mean)².
    private readonly double[] _variation;
    private readonly double[] _squared;
    private readonly double[] _absolute;

    /// <summary>Makes ready to sum the errors of predictions for rows of targets.</summary>
    public RegressionErrors(RowWindow targets)
    {
        _targets = targets;
        _outputs = targets.Width;
        _rows = targets.Count;
        _squared = new double[_outputs];
        _absolute = new double[_outputs];
        _variation = ColumnMoments.Of(targets).Variations;
    }

    /// <summary>Makes ready to sum the errors of predictions for targets in memory.</summary>
    /// <param name="targets"><c>[rows, outputs]</c>. Not copied.</param>
    /// <param name="outputs">Values in a row.</param>
    public RegressionErrors(float[] targets, int outputs)
        : this(new RowWindow(new ArrayStorage(targets), 0, outputs, targets.Length / outputs))
    {
    }

    /// <summary>Sums anew. Allocates nothing.</summary>
    /// <param name="predictions"><c>[rows, outputs]</c>.</param>
    public RegressionErrors Measure(ReadOnlySpan<float> predictions)
    {
        Array.Clear(_squared);
        Array.Clear(_absolute);
        for (int row = 0; row < _rows; row++)
        {
            ReadOnlySpan<float> targets = _targets.Rows(row, 1);
            for (int output = 0; output < _outputs; output++)
            {
                double error = (double)predictions[(row * _outputs) + output] - targets[output];
                _squared[output] += error * error;
                _absolute[output] += Math.Abs(error);
            }
        }

        GC.KeepAlive(this);
        return this;
    }

    /// <summary>The scores of one output.</summary>
    public RegressionScores Of(int output) => Scores(_squared[output] / _rows, _absolute[output] / _rows, R2(output));

    /// <summary>The scores over all outputs: means, but for the root, which is that of the mean squared error.</summary>
    public RegressionScores OfAll()
    {
        double squared = 0;
        double absolute = 0;
        double r2 = 0;
        for (int output = 0; output < _outputs; output++)
        {
            squared += _squared[output];
            absolute += _absolute[output];
            r2 += R2(output);
        }

        double count = (double)_rows * _outputs;
        return Scores(squared / count, absolute / count, r2 / _outputs);
    }

    private static RegressionScores Scores(double squared, double absolute, double r2) => new(squared, Math.Sqrt(squared), absolute, r2);

    private double R2(int output)
    {
        if (_rows == 1)
        {
            return double.NaN;
        }

        double squared = _squared[output];
        double variation = _variation[output];

        // The last case is 1 for predictions that are exact, and NaN where one is.
        return variation > 0 ? 1 - (squared / variation) : squared > 0 ? 0 : 1 - squared;
    }
}
