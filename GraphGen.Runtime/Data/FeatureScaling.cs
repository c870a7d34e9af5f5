using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A shift and a scale for every column, fitted on one data set and then applied to others, to rows that are to be predicted and, the other
/// way round, to predictions of scaled targets. Immutable, so any number of threads may use it. Two are equal where all their figures are.
/// </summary>
public abstract class FeatureScaling : IEquatable<FeatureScaling>
{
    private const int Chunk = 256;

    private protected FeatureScaling(int columnCount) => ColumnCount = columnCount;

    /// <summary>The number of columns that it was fitted on, at least 1.</summary>
    public int ColumnCount { get; }

    /// <summary>Scales the inputs of a data set as those it was fitted on.</summary>
    /// <param name="data">Data as they were read, for instance those to test on.</param>
    /// <returns>
    /// A new data set in memory with the same labels or targets and weights, whose <see cref="Dataset.InputScaling"/> is this one.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="data"/> have another input size, or their inputs were scaled before.</exception>
    /// <exception cref="InvalidOperationException">The data are mapped from a file and have more inputs than an array holds.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Require(data.InputSize, data.InputScaling, "inputs", nameof(data));
        float[] inputs = data.InputRows.ToArray();
        Apply(inputs);
        return data.WithInputs(inputs, this);
    }

    /// <summary>Scales the targets of a data set as those it was fitted on.</summary>
    /// <param name="data">Data as they were read, for instance those to test on.</param>
    /// <returns>
    /// A new data set with the same inputs and weights and targets in memory, whose <see cref="Dataset.TargetScaling"/> is this one.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="data"/> have labels, or another target size, or their targets were scaled before.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The data have neither labels nor targets, or are mapped from a file and have more targets than an array holds.
    /// </exception>
    public Dataset ApplyToTargets(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Require(data.TargetSize, data.TargetScaling, "targets", nameof(data));
        float[] targets = data.TargetRows.ToArray();
        Apply(targets);
        return data.WithTargets(targets, this);
    }

    /// <summary>Scales rows in place, for instance those to be predicted. Allocates nothing.</summary>
    /// <param name="rows">Any whole number of rows, <c>[rows, ColumnCount]</c> row-major.</param>
    /// <exception cref="ArgumentException">A row is incomplete.</exception>
    public void Apply(Span<float> rows) => Apply(rows, rows);

    /// <summary>Scales rows, for instance those to be predicted. Allocates nothing.</summary>
    /// <param name="rows">Any whole number of rows, <c>[rows, ColumnCount]</c> row-major.</param>
    /// <param name="destination">Receives as many values; <paramref name="rows"/> itself, or memory apart from it.</param>
    /// <exception cref="ArgumentException">A row is incomplete, or the lengths differ.</exception>
    public void Apply(ReadOnlySpan<float> rows, Span<float> destination) => Run(rows, destination, restores: false);

    /// <summary>The way back, in place: scaled values become what they were, such as predictions of scaled targets. Allocates nothing.</summary>
    /// <param name="rows">Any whole number of rows, <c>[rows, ColumnCount]</c> row-major.</param>
    /// <exception cref="ArgumentException">A row is incomplete.</exception>
    public void Invert(Span<float> rows) => Invert(rows, rows);

    /// <summary>The way back: scaled values become what they were, such as predictions of scaled targets. Allocates nothing.</summary>
    /// <param name="rows">Any whole number of rows, <c>[rows, ColumnCount]</c> row-major.</param>
    /// <param name="destination">Receives as many values; <paramref name="rows"/> itself, or memory apart from it.</param>
    /// <exception cref="ArgumentException">A row is incomplete, or the lengths differ.</exception>
    public void Invert(ReadOnlySpan<float> rows, Span<float> destination) => Run(rows, destination, restores: true);

    /// <summary>All figures as one line of text, the same in every culture, from which <see cref="Parse"/> makes an equal scaling.</summary>
    /// <returns>For instance <c>standardization means 1 2.5 deviations 0.5 3</c>.</returns>
    public abstract string ToText();

    /// <summary>Reads what <see cref="ToText"/> wrote: the same figures to the last bit.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no such text; the message says which word of it is wrong.</exception>
    public static FeatureScaling Parse(string text) => ScalingText.Parse(text);

    /// <inheritdoc/>
    public abstract bool Equals(FeatureScaling? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as FeatureScaling);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Checks that data have the columns that were fitted, and that nothing scaled them before.</summary>
    /// <exception cref="ArgumentException">They have not, or it did.</exception>
    internal void Require(int columns, FeatureScaling? earlier, string what, string argument)
    {
        if (columns != ColumnCount)
        {
            throw new ArgumentException($"The data have {columns} {what} a row, but {ColumnCount} columns were fitted.", argument);
        }

        if (earlier is not null)
        {
            throw new ArgumentException($"The {what} of the data were scaled before, by {earlier}: scale data as they were read.", argument);
        }
    }

    /// <summary>Scales values of one row.</summary>
    /// <param name="values">The values, from a certain column on.</param>
    /// <param name="first">That column.</param>
    private protected abstract void Transform(Span<double> values, int first);

    /// <summary>The inverse of <see cref="Transform"/>.</summary>
    /// <param name="values">The values, from a certain column on.</param>
    /// <param name="first">That column.</param>
    private protected abstract void Restore(Span<double> values, int first);

    private void Run(ReadOnlySpan<float> rows, Span<float> destination, bool restores)
    {
        if (rows.Length % ColumnCount != 0 || rows.Length != destination.Length)
        {
            throw new ArgumentException(
                Invariant($"{rows.Length} values and room for {destination.Length} were given: ")
                + Invariant($"both must be the same whole number of rows of {ColumnCount}."),
                nameof(rows));
        }

        Span<double> wide = stackalloc double[Math.Min(Chunk, ColumnCount)];
        for (int row = 0; row < rows.Length; row += ColumnCount)
        {
            for (int column = 0; column < ColumnCount; column += Chunk)
            {
                int width = Math.Min(Chunk, ColumnCount - column);
                Span<double> values = wide[..width];
                TensorPrimitives.ConvertSaturating(rows.Slice(row + column, width), values);
                if (restores)
                {
                    Restore(values, column);
                }
                else
                {
                    Transform(values, column);
                }

                TensorPrimitives.ConvertSaturating<double, float>(values, destination.Slice(row + column, width));
            }
        }
    }
}
