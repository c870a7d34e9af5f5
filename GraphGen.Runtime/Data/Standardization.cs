using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Column by column, <c>(x - mean) / deviation</c>, with the mean and the standard deviation of the data that it was fitted on
/// (the population's: divided by the number of rows). The deviation of a constant column counts as 1, so that it becomes 0
/// instead of infinite. Computed in double precision, so columns with a mean far from zero keep their digits.
/// </summary>
public sealed class Standardization : FeatureScaling
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <summary>A transformation with known figures.</summary>
    /// <param name="means">One finite mean per column.</param>
    /// <param name="deviations">One finite, positive deviation per column.</param>
    /// <exception cref="ArgumentException">
    /// The two are empty or differ in length, or a value is not finite or a deviation not positive.
    /// </exception>
    public Standardization(ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
        : base(means.Length)
    {
        if (means.IsEmpty || means.Length != deviations.Length)
        {
            throw new ArgumentException(
                $"There are {means.Length} means and {deviations.Length} deviations: one of each per column is needed.",
                nameof(deviations));
        }

        for (int column = 0; column < means.Length; column++)
        {
            if (!double.IsFinite(means[column]) || !double.IsFinite(deviations[column]) || deviations[column] <= 0)
            {
                throw new ArgumentException(
                    Invariant($"Column {column} has mean {means[column]} and deviation {deviations[column]}: expected finite figures, ")
                    + "and a positive deviation.",
                    nameof(means));
            }
        }

        _means = means.ToArray();
        _deviations = deviations.ToArray();
    }

    /// <summary>The mean of each column.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>The standard deviation of each column; 1 where a column is constant.</summary>
    public ReadOnlySpan<double> Deviations => _deviations;

    /// <summary>Fits means and deviations of the inputs, without scaling them: all that data which do not fit into memory allow.</summary>
    /// <param name="data">The data to learn from, not those to test on.</param>
    /// <exception cref="InvalidOperationException">An input is NaN or infinite.</exception>
    public static Standardization Fit(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Fit(data.InputRows, "Input");
    }

    /// <summary>Fits means and deviations of the targets, without scaling them.</summary>
    /// <param name="data">The data to learn from, not those to test on.</param>
    /// <exception cref="InvalidOperationException">The data have labels, or a target is NaN or infinite.</exception>
    public static Standardization FitTargets(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.RequireTargets();
        return Fit(data.TargetRows, "Target");
    }

    /// <inheritdoc/>
    public override string ToText() => ScalingText.Of(this);

    /// <inheritdoc/>
    public override string ToString() => Invariant($"a standardization of {ColumnCount} columns");

    /// <inheritdoc/>
    public override bool Equals(FeatureScaling? other) =>
        other is Standardization same && _means.AsSpan().SequenceEqual(same._means) && _deviations.AsSpan().SequenceEqual(same._deviations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ColumnCount, _means[0], _deviations[0]);

    private protected override void Transform(Span<double> values, int first)
    {
        TensorPrimitives.Subtract(values, _means.AsSpan(first, values.Length), values);
        TensorPrimitives.Divide(values, _deviations.AsSpan(first, values.Length), values);
    }

    private protected override void Restore(Span<double> values, int first) =>
        TensorPrimitives.MultiplyAdd(values, _deviations.AsSpan(first, values.Length), _means.AsSpan(first, values.Length), values);

    private static Standardization Fit(RowWindow rows, string what)
    {
        rows.RequireFinite(what);
        (double[] means, double[] deviations) = ColumnMoments.Of(rows);
        TensorPrimitives.Divide(deviations, rows.Count, deviations);
        TensorPrimitives.Sqrt(deviations, deviations);
        deviations.AsSpan().Replace(0.0, 1.0);
        return new Standardization(means, deviations);
    }
}
