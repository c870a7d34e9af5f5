namespace GraphGen.Execution;

/// <summary>
/// An affine map of each column, <c>x scale + shift</c>, in double precision: what any number of batch normalisations in a row are
/// in prediction. Starts as the identity.
/// </summary>
internal sealed class ColumnAffine
{
    private readonly double[] _scale;
    private readonly double[] _shift;

    public ColumnAffine(int columns)
    {
        _scale = new double[columns];
        _shift = new double[columns];
        Array.Fill(_scale, 1);
    }

    public double Scale(int column) => _scale[column];

    public double Shift(int column) => _shift[column];

    /// <summary>Appends <c>gamma (x - mean) / sqrt(variance + epsilon) + beta</c>.</summary>
    public void Append(ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, ReadOnlySpan<float> mean, ReadOnlySpan<float> variance, double epsilon)
    {
        for (int column = 0; column < _scale.Length; column++)
        {
            double scale = gamma[column] / Math.Sqrt(variance[column] + epsilon);
            _scale[column] *= scale;
            _shift[column] = ((_shift[column] - mean[column]) * scale) + beta[column];
        }
    }
}
