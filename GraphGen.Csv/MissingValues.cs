using System.Globalization;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// What to do with the missing values of a column. Fillings are found in the file to learn from and kept for all others: a mean of test data would tell
/// of them.
/// </summary>
public sealed record MissingValues
{
    private MissingValues(MissingTreatment kind, string? text = null)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>A missing value is an error, with line and column.</summary>
    public static MissingValues Refuse { get; } = new(MissingTreatment.Refuse);

    /// <summary>Rows with a missing value are left out. Where single rows are to be predicted it is an error.</summary>
    public static MissingValues DropRow { get; } = new(MissingTreatment.DropRow);

    /// <summary>The mean of the column's values stands for it; in a categorical column, which has none, the most frequent category.</summary>
    public static MissingValues Mean { get; } = new(MissingTreatment.Mean);

    /// <summary>
    /// The median of the column's values stands for it, of an even number the mean of the middle two; in a categorical column, which has none, the most frequent
    /// category.
    /// </summary>
    public static MissingValues Median { get; } = new(MissingTreatment.Median);

    /// <summary>The most frequent value or category stands for it: the lowest of equally frequent ones.</summary>
    public static MissingValues MostFrequent { get; } = new(MissingTreatment.MostFrequent);

    /// <summary>Whether the column gets a further input that is 1 where the value is missing and 0 elsewhere.</summary>
    public bool HasIndicator { get; private init; }

    /// <summary>How missing values are treated.</summary>
    internal MissingTreatment Kind { get; }

    /// <summary>What stands for them, if that is given.</summary>
    internal string? Text { get; }

    /// <summary>A number stands for a missing value.</summary>
    /// <param name="value">Finite as a <see cref="float"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static MissingValues Constant(double value) => float.IsFinite((float)value)
        ? new(MissingTreatment.Constant, value.ToString("R", CultureInfo.InvariantCulture))
        : throw new ArgumentOutOfRangeException(nameof(value), Invariant($"{value} cannot stand for missing values: choose a number that is finite as a float."));

    /// <summary>A text stands for a missing value: a category that there is, or a further one, such as <c>"unknown"</c>.</summary>
    /// <param name="text">The text; for columns of numbers, a number with a decimal point, whatever <see cref="CsvOptions.DecimalSeparator"/> the file has.</param>
    public static MissingValues Constant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(MissingTreatment.Constant, text.Trim());
    }

    /// <summary>
    /// The same with a further input for each column in which values are missing, which is 1 where one is and 0 elsewhere: that a value is missing may say as much
    /// as the value.
    /// </summary>
    /// <exception cref="InvalidOperationException">Missing values are refused or dropped, so none is left to be indicated.</exception>
    public MissingValues WithIndicator() => Kind is MissingTreatment.Refuse or MissingTreatment.DropRow
        ? throw new InvalidOperationException($"{this} leaves no missing value that an input could indicate: fill them, for instance by {nameof(Mean)}.")
        : this with { HasIndicator = true };

    /// <summary>The treatment as text, the same in every culture.</summary>
    public override string ToString() => $"{Kind}{(Text is null ? "" : $"({Text})")}{(HasIndicator ? " with indicator" : "")}";

    /// <summary>The treatment of this name, as a stored encoding has it.</summary>
    internal static MissingValues Of(MissingTreatment kind, string? text, bool hasIndicator) => new(kind, text) { HasIndicator = hasIndicator };
}
