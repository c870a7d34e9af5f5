using static System.FormattableString;

namespace GraphGen;

/// <summary>A column of a table that the inputs come from. Immutable.</summary>
public sealed class CsvColumn
{
    private readonly NumberFormat _numbers;
    private readonly float _fill;
    private readonly bool _refusesUnknown;

    internal CsvColumn(
        string name,
        CsvColumnKind kind,
        CategorySet? categories,
        NumberFormat numbers,
        MissingRule missing,
        string? fill,
        bool hasIndicator,
        UnknownCategories unknown)
    {
        Name = name;
        Kind = kind;
        MissingRule = missing;
        Fill = fill;
        HasIndicator = hasIndicator;
        Unknown = unknown;
        CategorySet = categories;
        _numbers = numbers;
        _refusesUnknown = unknown == UnknownCategories.Refuse || kind == CsvColumnKind.Ordinal;
        _fill = fill is null ? float.NaN : ValueOf(fill);
        string[] own = kind == CsvColumnKind.OneHot ? [.. Categories.Select(category => $"{name}={category}")] : [name];
        InputNames = Array.AsReadOnly<string>([.. own, .. hasIndicator ? new[] { $"{name} is missing" } : []]);
    }

    /// <summary>Its name in the header; without a header its number, from 1 on.</summary>
    public string Name { get; }

    /// <summary>How its texts become numbers.</summary>
    public CsvColumnKind Kind { get; }

    /// <summary>The categories of a one-hot column in the order of its inputs, or the texts of an ordinal one, the lowest first; none for numbers.</summary>
    public IReadOnlyList<string> Categories => CategorySet?.Names ?? [];

    /// <summary>What is done with missing values.</summary>
    public MissingValues Missing => MissingRule.Treatment;

    /// <summary>What stands for a missing value: a number, written as in the file, or a category; null where none is filled.</summary>
    public string? Fill { get; }

    /// <summary>Whether its last input says if the value is missing.</summary>
    public bool HasIndicator { get; }

    /// <summary>The names of its inputs, in their order.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>What is done with categories that there are not.</summary>
    internal UnknownCategories Unknown { get; }

    /// <summary>The categories or the texts in order; null for numbers.</summary>
    internal CategorySet? CategorySet { get; }

    /// <summary>Which values are missing.</summary>
    internal MissingRule MissingRule { get; }

    /// <summary>Writes the numbers of a text into this column's inputs.</summary>
    /// <param name="text">The text, without white space around it; null for a missing value.</param>
    /// <param name="inputs">As many as there are <see cref="InputNames"/>.</param>
    /// <returns>Whether the value is missing and was filled.</returns>
    /// <exception cref="CsvFormatException">The text is no number, an unknown category, or missing.</exception>
    internal bool Encode(string? text, Span<float> inputs)
    {
        bool isMissing = MissingRule.IsMissing(text);
        float value = !isMissing ? ValueOf(text!) : Fill is not null ? _fill : throw NotFilled(text);
        if (HasIndicator)
        {
            inputs[^1] = isMissing ? 1 : 0;
        }

        if (Kind != CsvColumnKind.OneHot)
        {
            inputs[0] = value;
            return isMissing;
        }

        inputs[..Categories.Count].Clear();
        if (value >= 0)
        {
            inputs[(int)value] = 1;
        }

        return isMissing;
    }

    private float ValueOf(string text)
    {
        if (CategorySet is null)
        {
            return _numbers.TryParse(text, out float number) ? number : throw new CsvFormatException(
                $"'{text}' is no number that a float holds: {NumberLikeText.Repair(text, _numbers)}.", column: Name);
        }

        int index = CategorySet.IndexOf(text);
        return index >= 0 || !_refusesUnknown ? index : throw new CsvFormatException(
            Invariant($"'{text}' is none of the {Categories.Count} categories that are known: {FieldText.List(Categories)}. Correct it, ")
            + (Kind == CsvColumnKind.Ordinal
                ? "or list it in the column's order."
                : $"fit the encoding on a file that has it, or set {nameof(CsvOptions.UnknownCategories)} to {nameof(UnknownCategories.AllZeros)}."),
            column: Name);
    }

    private CsvFormatException NotFilled(string? text) => new(
        $"the value is missing ('{text}'): fill it in, or " + Missing.Kind switch
        {
            MissingTreatment.DropRow => "leave the row out: rows to predict cannot be dropped.",
            MissingTreatment.Constant => $"fit the encoding on a file in which values are missing here, since '{Missing.Text}' means nothing in the one that it was fitted on.",
            _ => $"set {nameof(CsvOptions.Missing)} of the options, for instance to {nameof(MissingValues)}.{nameof(MissingValues.Mean)} or {nameof(MissingValues.DropRow)}.",
        },
        column: Name);
}
