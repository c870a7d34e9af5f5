using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Column by column, <c>(x - mean) / deviation</c>, with the mean and the standard deviation of the data that it was fitted on
/// (the population's: divided by the number of rows). The deviation of a constant column counts as 1, so that it becomes 0
/// instead of infinite. Computed in double precision, so columns with a mean far from zero keep their digits.
/// </summary>
public sealed class Standardization
{
    private const int Chunk = 256;

    private readonly double[] _means;
    private readonly double[] _deviations;

    /// <summary>A transformation fitted earlier, for instance read back beside a checkpoint.</summary>
    /// <param name="means">One finite mean per input column.</param>
    /// <param name="deviations">One finite, positive deviation per input column.</param>
    /// <exception cref="ArgumentException">
    /// The two are empty or differ in length, or a value is not finite or a deviation not positive.
    /// </exception>
    public Standardization(ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
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

    /// <summary>The number of columns.</summary>
    public int InputSize => _means.Length;

    /// <summary>The mean of each column.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>The standard deviation of each column; 1 where a column is constant.</summary>
    public ReadOnlySpan<double> Deviations => _deviations;

    /// <summary>Standardises a data set with the means and deviations fitted before.</summary>
    /// <returns>A new data set with the same labels or targets.</returns>
    /// <exception cref="ArgumentException"><paramref name="data"/> has another input size.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.InputSize != InputSize)
        {
            throw new ArgumentException($"The data have {data.InputSize} inputs a row, but {InputSize} columns were fitted.", nameof(data));
        }

        float[] inputs = GC.AllocateUninitializedArray<float>(data.Inputs.Length);
        Apply(data.Inputs, inputs);
        return data.WithInputs(inputs);
    }

    /// <summary>Standardises rows, for instance those to be predicted. Allocates nothing.</summary>
    /// <param name="inputs">Any whole number of rows, row-major.</param>
    /// <param name="destination">Receives as many values; may be the same memory as <paramref name="inputs"/>.</param>
    /// <exception cref="ArgumentException">A row is incomplete, or the lengths differ.</exception>
    public void Apply(ReadOnlySpan<float> inputs, Span<float> destination)
    {
        if (inputs.Length % InputSize != 0 || inputs.Length != destination.Length)
        {
            throw new ArgumentException(
                $"{inputs.Length} inputs and room for {destination.Length} were given: "
                + $"both must be the same whole number of rows of {InputSize}.",
                nameof(inputs));
        }

        Span<double> wide = stackalloc double[Math.Min(Chunk, InputSize)];
        for (int row = 0; row < inputs.Length; row += InputSize)
        {
            for (int column = 0; column < InputSize; column += Chunk)
            {
                int width = Math.Min(Chunk, InputSize - column);
                Span<double> values = wide[..width];
                TensorPrimitives.ConvertSaturating(inputs.Slice(row + column, width), values);
                TensorPrimitives.Subtract(values, _means.AsSpan(column, width), values);
                TensorPrimitives.Divide(values, _deviations.AsSpan(column, width), values);
                TensorPrimitives.ConvertSaturating<double, float>(values, destination.Slice(row + column, width));
            }
        }
    }

    /// <summary>Fits means and deviations in two passes, which is exact for constant columns.</summary>
    internal static Standardization Fit(Dataset data)
    {
        int width = data.InputSize;
        double[] row = new double[width];
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int i = 0; i < data.Count; i++)
        {
            TensorPrimitives.ConvertSaturating(data.InputRow(i), row.AsSpan());
            TensorPrimitives.Add(means, row, means);
        }

        RequireFinite(data, means);
        TensorPrimitives.Divide(means, data.Count, means);
        for (int i = 0; i < data.Count; i++)
        {
            TensorPrimitives.ConvertSaturating(data.InputRow(i), row.AsSpan());
            TensorPrimitives.Subtract(row, means, row);
            TensorPrimitives.MultiplyAdd(row, row, deviations, deviations);
        }

        TensorPrimitives.Divide(deviations, data.Count, deviations);
        TensorPrimitives.Sqrt(deviations, deviations);
        deviations.AsSpan().Replace(0.0, 1.0);
        return new Standardization(means, deviations);
    }

    private static void RequireFinite(Dataset data, ReadOnlySpan<double> sums)
    {
        if (TensorPrimitives.IsFiniteAll(sums))
        {
            return;
        }

        for (int i = 0; i < data.Inputs.Length; i++)
        {
            if (!float.IsFinite(data.Inputs[i]))
            {
                throw new InvalidOperationException(Invariant(
                    $"Input {i % data.InputSize} of row {i / data.InputSize} is {data.Inputs[i]}: its column has no mean."));
            }
        }
    }
}
