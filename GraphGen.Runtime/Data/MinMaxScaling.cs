using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Column by column, <c>low + (x - minimum) / (maximum - minimum) * (high - low)</c>, with the least and the greatest value of the data that it
/// was fitted on, which then lie in <c>[low, high]</c>. Other data may lie outside. The range of a constant column counts as 1, so
/// that it becomes <c>low</c>. Computed in double precision.
/// </summary>
public sealed class MinMaxScaling : FeatureScaling
{
    private readonly double[] _minima;
    private readonly double[] _maxima;
    private readonly double[] _ranges;

    /// <summary>A transformation with known figures.</summary>
    /// <param name="minima">One finite minimum per column: what becomes <paramref name="low"/>.</param>
    /// <param name="maxima">One finite maximum per column, not below its minimum: what becomes <paramref name="high"/>.</param>
    /// <param name="low">The lower end of the scaled range, finite.</param>
    /// <param name="high">Its upper end, finite and above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">
    /// The first two are empty or differ in length, or a value is not finite or a maximum below its minimum.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not finite, or the upper not above the lower.</exception>
    public MinMaxScaling(ReadOnlySpan<double> minima, ReadOnlySpan<double> maxima, double low = 0, double high = 1)
        : base(minima.Length)
    {
        RequireRange(low, high);
        if (minima.IsEmpty || minima.Length != maxima.Length)
        {
            throw new ArgumentException(
                $"There are {minima.Length} minima and {maxima.Length} maxima: one of each per column is needed.", nameof(maxima));
        }

        _ranges = new double[minima.Length];
        for (int column = 0; column < minima.Length; column++)
        {
            double range = maxima[column] - minima[column];
            if (!double.IsFinite(range) || range < 0)
            {
                throw new ArgumentException(
                    Invariant($"Column {column} has minimum {minima[column]} and maximum {maxima[column]}: expected finite figures, ")
                    + "a finite distance between them, and a maximum that is not the lesser.",
                    nameof(minima));
            }

            _ranges[column] = range == 0 ? 1 : range;
        }

        _minima = minima.ToArray();
        _maxima = maxima.ToArray();
        Low = low;
        High = high;
    }

    /// <summary>The least value of each column.</summary>
    public ReadOnlySpan<double> Minima => _minima;

    /// <summary>The greatest value of each column.</summary>
    public ReadOnlySpan<double> Maxima => _maxima;

    /// <summary>What the least value of a column becomes.</summary>
    public double Low { get; }

    /// <summary>What the greatest value of a column becomes.</summary>
    public double High { get; }

    /// <summary>Fits the ranges of the inputs, without scaling them: all that data which do not fit into memory allow.</summary>
    /// <param name="data">The data to learn from, not those to test on.</param>
    /// <param name="low">The lower end of the scaled range, finite.</param>
    /// <param name="high">Its upper end, finite and above <paramref name="low"/>.</param>
    /// <exception cref="InvalidOperationException">An input is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not finite, or the upper not above the lower.</exception>
    public static MinMaxScaling Fit(Dataset data, double low = 0, double high = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit(data.InputRows, "Input", low, high);
    }

    /// <summary>Fits the ranges of the targets, without scaling them.</summary>
    /// <param name="data">The data to learn from, not those to test on.</param>
    /// <param name="low">The lower end of the scaled range, finite.</param>
    /// <param name="high">Its upper end, finite and above <paramref name="low"/>.</param>
    /// <exception cref="InvalidOperationException">The data have labels, or a target is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end of the range is not finite, or the upper not above the lower.</exception>
    public static MinMaxScaling FitTargets(Dataset data, double low = 0, double high = 1)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.RequireTargets();
        return Fit(data.TargetRows, "Target", low, high);
    }

    /// <inheritdoc/>
    public override string ToText() => ScalingText.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Invariant($"a min-max scaling of {ColumnCount} columns to [{Low}, {High}]");

    /// <inheritdoc/>
    public override bool Equals(FeatureScaling? other) =>
        other is MinMaxScaling same && Low.Equals(same.Low) && High.Equals(same.High)
        && _minima.AsSpan().SequenceEqual(same._minima) && _maxima.AsSpan().SequenceEqual(same._maxima);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ColumnCount, Low, High, _minima[0], _maxima[0]);

    private protected override void Transform(Span<double> values, int first)
    {
        TensorPrimitives.Subtract(values, _minima.AsSpan(first, values.Length), values);
        TensorPrimitives.Divide(values, _ranges.AsSpan(first, values.Length), values);
        TensorPrimitives.Multiply(values, High - Low, values);
        TensorPrimitives.Add(values, Low, values);
    }

    private protected override void Restore(Span<double> values, int first)
    {
        TensorPrimitives.Subtract(values, Low, values);
        TensorPrimitives.Divide(values, High - Low, values);
        TensorPrimitives.MultiplyAdd(values, _ranges.AsSpan(first, values.Length), _minima.AsSpan(first, values.Length), values);
    }

    private static MinMaxScaling Fit(RowWindow rows, string what, double low, double high)
    {
        RequireRange(low, high);
        rows.RequireFinite(what);
        double[] row = new double[rows.Width];
        double[] minima = new double[rows.Width];
        double[] maxima = new double[rows.Width];
        rows.Read(0, minima);
        rows.Read(0, maxima);
        for (int i = 1; i < rows.Count; i++)
        {
            rows.Read(i, row);
            TensorPrimitives.Min(minima, row, minima);
            TensorPrimitives.Max(maxima, row, maxima);
        }

        return new MinMaxScaling(minima, maxima, low, high);
    }

    private static void RequireRange(double low, double high)
    {
        if (!(high > low && double.IsFinite(high - low)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), Invariant($"[{low}, {high}] is no range to scale to: give two finite numbers, the lower first, such as 0 and 1."));
        }
    }
}
