using System.Collections.ObjectModel;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How to read a table. All but what is to be predicted (<see cref="LabelColumn"/> or <see cref="TargetColumns"/>) may be left out. Columns are named as in the
/// header, in capitals and small letters alike; without a header by their numbers, <c>"1"</c> for the first. White space around names and texts counts as
/// little as in the file.
/// </summary>
public sealed record CsvOptions
{
    private static readonly string[] UsualMissingTexts = ["", "?", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null"];

    /// <summary>
    /// What separates the fields; null (the default) for the one of <c>,</c> <c>;</c> tab <c>|</c> that divides the first lines into most fields, as many in each.
    /// <see cref="DecimalSeparator"/> and <see cref="Comment"/> are not considered.
    /// </summary>
    /// <exception cref="ArgumentException">The value is a quotation mark, a line break or a space.</exception>
    public char? Delimiter
    {
        get;
        init => field = value is '"' or '\r' or '\n' or ' '
            ? throw new ArgumentException("Quotation marks, line breaks and spaces cannot separate fields: choose another character.", nameof(Delimiter))
            : value;
    }

    /// <summary>What separates the fraction of a number in the file, and in rows to predict: a point (the default) or a comma.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither a point nor a comma.</exception>
    public char DecimalSeparator
    {
        get;
        init => field = value is '.' or ','
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DecimalSeparator), $"'{value}' is no decimal separator: choose '.' or ','.");
    } = '.';

    /// <summary>Whether the first line names the columns; default true.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The character with which lines begin that are comments; null (the default) for no comments.</summary>
    /// <exception cref="ArgumentException">The value is a quotation mark or white space.</exception>
    public char? Comment
    {
        get;
        init => field = value is '"' || (value is { } character && char.IsWhiteSpace(character))
            ? throw new ArgumentException("A comment cannot begin with a quotation mark or white space: choose another character.", nameof(Comment))
            : value;
    }

    /// <summary>
    /// For classification: the column of the classes, texts or whole numbers. Classes count from 0 in the order of the numbers, or of the texts' code units;
    /// see <see cref="CsvEncoding.Classes"/>.
    /// </summary>
    public string? LabelColumn
    {
        get;
        init => field = value?.Trim();
    }

    /// <summary>For regression: the columns of the numbers to predict, in this order. Copied.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string> TargetColumns
    {
        get;
        init => field = Copy(value, nameof(TargetColumns));
    } = [];

    /// <summary>Columns to leave out, such as row numbers and names; none by default. Copied.</summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string> IgnoredColumns
    {
        get;
        init => field = Copy(value, nameof(IgnoredColumns));
    } = [];

    /// <summary>
    /// Columns whose values stand for kinds, such as postal codes: each becomes a column of its own (one-hot). Columns without any number are categorical
    /// without being named. Where all are numbers, equal ones are the same category, 1 and 1.0, unless one of the column begins with 0, as 007 does, or has more
    /// than 15 characters: these are codes, and compared to the letter. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public IReadOnlyList<string> CategoricalColumns
    {
        get;
        init => field = Copy(value, nameof(CategoricalColumns));
    } = [];

    /// <summary>
    /// Columns whose texts have an order, each with its texts from the lowest to the highest: they become the numbers 0, 1, 2 and so on in one column, instead of
    /// a column for each. A text with a place in the order is not missing, even if <see cref="MissingTexts"/> has it. None by default. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A list has a text twice, or fewer than two.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> OrdinalColumns
    {
        get;
        init
        {
            field = Copy(value, nameof(OrdinalColumns));
            foreach ((string column, IReadOnlyList<string> texts) in field)
            {
                if (texts.Count < 2 || texts.Distinct(StringComparer.Ordinal).Count() < texts.Count)
                {
                    throw new ArgumentException($"The order of '{column}' has fewer than two texts, or one twice: list each once, the lowest first.", nameof(OrdinalColumns));
                }
            }
        }
    } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// The texts that mean that a value is missing, compared to the letter; default <c>""</c>, <c>"?"</c>, <c>"NA"</c>, <c>"N/A"</c>, <c>"n/a"</c>, <c>"#N/A"</c>,
    /// <c>"&lt;NA&gt;"</c>, <c>"NaN"</c>, <c>"nan"</c>, <c>"NULL"</c>, <c>"null"</c>. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public IReadOnlyList<string> MissingTexts
    {
        get;
        init => field = Copy(value, nameof(MissingTexts));
    } = UsualMissingTexts;

    /// <summary>What else means in a column that the value is missing, such as <c>["0"]</c> for the weight of something; none by default. Copied.</summary>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MissingTextsOf
    {
        get;
        init => field = Copy(value, nameof(MissingTextsOf));
    } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// What to do with missing values; default <see cref="MissingValues.Refuse"/>. What is to be predicted is never filled in: rows without it are refused, or dropped
    /// under <see cref="MissingValues.DropRow"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public MissingValues Missing
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Missing));
    } = MissingValues.Refuse;

    /// <summary>Where columns are to be treated otherwise than <see cref="Missing"/> says: the treatment of each; none by default. Copied.</summary>
    /// <exception cref="ArgumentNullException">A treatment is null.</exception>
    public IReadOnlyDictionary<string, MissingValues> MissingOf
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = ByName(value.Select(pair => (pair.Key, pair.Value ?? throw new ArgumentNullException(nameof(MissingOf)))), nameof(MissingOf));
        }
    } = ReadOnlyDictionary<string, MissingValues>.Empty;

    /// <summary>What to do later with categories that the file to learn from does not have; default <see cref="UnknownCategories.Refuse"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public UnknownCategories UnknownCategories
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(UnknownCategories), Invariant($"{(int)value} is no way to treat unknown categories: choose a name of the enumeration."));
    }

    /// <summary>
    /// How many categories a column may have, or the label classes, at least 1; default 100. Beyond it a column is more likely a name or an identifier, which
    /// should be ignored. So is one with more than ten categories that have fewer than two rows each on average, unless it is among
    /// <see cref="CategoricalColumns"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumCategories
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaximumCategories), Invariant($"MaximumCategories is {value}: set it to 1 or more."));
    } = 100;

    /// <summary>How names of columns are compared.</summary>
    internal static StringComparer Names => StringComparer.OrdinalIgnoreCase;

    /// <summary>Checks what depends on several properties.</summary>
    /// <exception cref="ArgumentException">They contradict one another.</exception>
    internal void Check()
    {
        if (LabelColumn is null == (TargetColumns.Count == 0))
        {
            throw new ArgumentException(
                LabelColumn is null
                    ? "What is to be predicted? Name the LabelColumn of the classes, or the TargetColumns of the numbers."
                    : $"LabelColumn is '{LabelColumn}', and there are TargetColumns: classes or numbers can be predicted, not both.");
        }

        foreach ((string column, IReadOnlyList<string> order) in OrdinalColumns)
        {
            if (MissingTextsOf.TryGetValue(column, out IReadOnlyList<string>? missing) && missing.Intersect(order, StringComparer.Ordinal).FirstOrDefault() is { } text)
            {
                throw new ArgumentException($"'{text}' of '{column}' has a place in OrdinalColumns, and MissingTextsOf says that it means a missing value: choose one.");
            }
        }

        string[] uses = [.. IgnoredColumns, .. CategoricalColumns, .. OrdinalColumns.Keys, .. TargetColumns, .. LabelColumn is null ? [] : new[] { LabelColumn }];
        if (uses.GroupBy(name => name, Names).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw new ArgumentException(
                $"Column '{repeated.Key}' is named twice among LabelColumn, TargetColumns, IgnoredColumns, CategoricalColumns and OrdinalColumns: a column has one use.");
        }
    }

    private static ReadOnlyCollection<string> Copy(IReadOnlyList<string> texts, string property)
    {
        ArgumentNullException.ThrowIfNull(texts, property);
        return texts.Any(text => text is null) ? throw new ArgumentException($"A text of {property} is null.", property) : Array.AsReadOnly(texts.Select(text => text.Trim()).ToArray());
    }

    private static ReadOnlyDictionary<string, IReadOnlyList<string>> Copy(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, string property)
    {
        ArgumentNullException.ThrowIfNull(lists, property);
        return ByName(lists.Select(pair => (pair.Key, (IReadOnlyList<string>)Copy(pair.Value, property))), property);
    }

    private static ReadOnlyDictionary<string, T> ByName<T>(IEnumerable<(string Name, T Value)> pairs, string property)
    {
        var copy = new Dictionary<string, T>(Names);
        foreach ((string name, T value) in pairs)
        {
            if (!copy.TryAdd(name.Trim(), value))
            {
                throw new ArgumentException($"{property} names the column '{name}' twice.", property);
            }
        }

        return copy.AsReadOnly();
    }
}
