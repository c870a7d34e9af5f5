using System.Collections.Frozen;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Finds out how a column of inputs is to be encoded. Its first value decides whether it holds numbers or categories, unless the options do: a
/// text among numbers is then an error with its line, not a thousand categories.
/// </summary>
internal sealed class ColumnFit
{
    private readonly CsvOptions _options;
    private readonly FrozenSet<string> _missingTexts;
    private readonly MissingValues _missing;
    private readonly IReadOnlyList<string>? _order;
    private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);
    private readonly NumberFit _numbers;
    private CsvColumnKind? _kind;
    private bool _hasValues;
    private bool _hasMissing;

    public ColumnFit(string name, CsvOptions options)
    {
        Name = name;
        _options = options;
        _missingTexts = ColumnTexts.Missing(name, options);
        _missing = ColumnTexts.Treatment(name, options);
        _order = options.OrdinalColumns.GetValueOrDefault(name);
        _numbers = new NumberFit(_missing.Treatment);
        _kind = _order is not null ? CsvColumnKind.Ordinal
            : options.CategoricalColumns.Contains(name, CsvOptions.Names) ? CsvColumnKind.OneHot
            : null;
    }

    public string Name { get; }

    /// <summary>Whether a row with this text is to be left out.</summary>
    public bool DropsRow(string text) => _missing.Treatment == MissingTreatment.DropRow && _missingTexts.Contains(text);

    /// <exception cref="CsvFormatException">The text does not fit those before.</exception>
    public void Add(string text)
    {
        if (_missingTexts.Contains(text))
        {
            _hasMissing = true;
            return;
        }

        _hasValues = true;
        _kind ??= FieldNumber.IsMeant(text) ? CsvColumnKind.Number : CsvColumnKind.OneHot;
        if (_kind == CsvColumnKind.Number)
        {
            _numbers.Add(FieldNumber.Parse(text, Name));
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_categories, text, out _)++;
        if (_categories.Count > _options.MaximumCategories && _kind == CsvColumnKind.OneHot)
        {
            throw new CsvFormatException(
                Invariant($"'{text}' is one more than the {_options.MaximumCategories} different texts that a column may have: name it in {nameof(CsvOptions.IgnoredColumns)} ")
                + $"if it identifies rows, or raise {nameof(CsvOptions.MaximumCategories)}.",
                column: Name);
        }
    }

    /// <exception cref="CsvFormatException">The column has no value, or what is to stand for missing ones does not fit.</exception>
    public CsvColumn ToColumn()
    {
        if (!_hasValues)
        {
            throw new CsvFormatException($"all values are missing: name it in {nameof(CsvOptions.IgnoredColumns)}.", column: Name);
        }

        CsvColumnKind kind = _kind!.Value;
        CategorySet? categories = kind switch
        {
            CsvColumnKind.Number => null,
            CsvColumnKind.Ordinal => CategorySet.InOrder(_order!),
            _ => CategorySet.Sorted(_hasMissing && _missing.Text is { } further ? _categories.Keys.Append(further) : _categories.Keys),
        };
        return new CsvColumn(
            Name, kind, categories, _missingTexts, _missing, Fill(categories), _hasMissing && _missing.HasIndicator, _options.UnknownCategories);
    }

    private string? Fill(CategorySet? categories) => _missing.Treatment switch
    {
        MissingTreatment.Refuse or MissingTreatment.DropRow => null,
        MissingTreatment.Constant => ConstantOf(categories),
        _ when categories is null => FieldNumber.Text((float)_numbers.Fill()),
        _ => MostFrequent(categories),
    };

    private string? ConstantOf(CategorySet? categories)
    {
        string text = _missing.Text!;
        bool fits = categories is null
            ? FieldNumber.TryParse(text, out float _)
            : categories.IndexOf(text) >= 0 || (_kind == CsvColumnKind.OneHot && _options.UnknownCategories == UnknownCategories.AllZeros);
        return fits ? text
            : !_hasMissing ? null
            : throw new CsvFormatException(
                $"values are missing, but '{text}' cannot stand for them here: {(categories is null ? "the column holds numbers" : $"the order is {FieldText.List(categories.Names)}")}. "
                + $"Give the column a treatment of its own in {nameof(CsvOptions.MissingOf)}.",
                column: Name);
    }

    // Counted by place, since 1 and 1.0 are one category; a text outside of an order is an error of its row, when that is encoded.
    private string MostFrequent(CategorySet categories)
    {
        int[] counts = new int[categories.Names.Count];
        foreach ((string text, int count) in _categories)
        {
            int index = categories.IndexOf(text);
            if (index >= 0)
            {
                counts[index] += count;
            }
        }

        return categories.Names[Array.IndexOf(counts, counts.Max())];
    }
}
