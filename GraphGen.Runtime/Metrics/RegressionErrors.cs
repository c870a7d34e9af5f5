namespace GraphGen;

/// <summary>Sums the errors of predicted values for each output, in double precision and in memory allocated once.</summary>
internal sealed class RegressionErrors
{
    private readonly int _outputs;
    private readonly int _rows;

    // Of the targets alone: Σ(t - mean)².
    private readonly double[] _variation;
    private readonly double[] _squared;
    private readonly double[] _absolute;

    /// <param name="targets"><c>[rows, outputs]</c>.</param>
    /// <param name="outputs">Values in a row.</param>
    public RegressionErrors(ReadOnlySpan<float> targets, int outputs)
    {
        _outputs = outputs;
        _rows = targets.Length / outputs;
        _squared = new double[outputs];
        _absolute = new double[outputs];
        _variation = VariationOf(targets);
    }

    /// <summary>Sums anew. Allocates nothing.</summary>
    /// <param name="predictions"><c>[rows, outputs]</c>.</param>
    /// <param name="targets"><c>[rows, outputs]</c>, the same as before.</param>
    public RegressionErrors Measure(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets)
    {
        Array.Clear(_squared);
        Array.Clear(_absolute);
        for (int index = 0; index < targets.Length; index++)
        {
            double error = (double)predictions[index] - targets[index];
            int output = index % _outputs;
            _squared[output] += error * error;
            _absolute[output] += Math.Abs(error);
        }

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

    private double[] VariationOf(ReadOnlySpan<float> targets)
    {
        // Divided at the end: equal targets then have exactly themselves as their mean.
        double[] sums = new double[_outputs];
        for (int index = 0; index < targets.Length; index++)
        {
            sums[index % _outputs] += targets[index];
        }

        double[] variation = new double[_outputs];
        for (int index = 0; index < targets.Length; index++)
        {
            double deviation = targets[index] - (sums[index % _outputs] / _rows);
            variation[index % _outputs] += deviation * deviation;
        }

        return variation;
    }
}
