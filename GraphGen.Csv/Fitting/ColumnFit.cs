namespace GraphGen;

/// <summary>Finds out how a column of inputs is to be encoded, as the options say or as its values tell.</summary>
internal sealed class ColumnFit
{
    private readonly string _name;
    private readonly CsvOptions _options;
    private readonly NumberFormat _format;
    private readonly CategorySet? _order;
    private readonly KindFit? _kind;
    private readonly NumberFit _numbers;
    private readonly CategoryFit _categories;
    private bool _hasValues;
    private bool _hasMissing;

    public ColumnFit(string name, CsvOptions options)
    {
        _name = name;
        _options = options;
        _format = NumberFormat.Of(options.DecimalSeparator);
        _order = options.OrdinalColumns.TryGetValue(name, out IReadOnlyList<string>? order) ? CategorySet.InOrder(order, _format) : null;
        _kind = _order is null && !options.CategoricalColumns.Contains(name, CsvOptions.Names) ? new KindFit(name, _format) : null;
        Missing = MissingRule.Of(name, options);
        _numbers = new NumberFit(Missing.Treatment.Kind);
        _categories = new CategoryFit(name, _order?.Names.Count ?? options.MaximumCategories);
    }

    /// <summary>What is missing in the column.</summary>
    public MissingRule Missing { get; }

    // Options have a decimal point, whatever the file has.
    private string? Constant => NumberFormat.Of('.').TryParse(Missing.Treatment.Text ?? "", out double number) ? _format.Text(number) : Missing.Treatment.Text;

    /// <summary>Adds the column's text in the reader's present row.</summary>
    public void Add(string text, CsvRecordReader reader)
    {
        if (Missing.IsMissing(text))
        {
            _hasMissing = true;
            return;
        }

        _hasValues = true;
        if (_kind?.Add(text, reader) is { } number)
        {
            _numbers.Add(number);
        }
        else
        {
            _categories.Add(text, reader);
        }
    }

    /// <exception cref="CsvFormatException">The column has no value, or holds neither numbers nor categories, or what is to stand for missing values does not fit.</exception>
    public CsvColumn ToColumn()
    {
        if (!_hasValues)
        {
            throw new CsvFormatException($"all values are missing: name it in {nameof(CsvOptions.IgnoredColumns)}.", column: _name);
        }

        CsvColumnKind kind = _order is not null ? CsvColumnKind.Ordinal : _kind?.ToKind() ?? CsvColumnKind.OneHot;
        CategorySet? categories = kind == CsvColumnKind.OneHot ? ToCategories() : _order;
        return new CsvColumn(_name, kind, categories, _format, Missing, Fill(kind, categories), _hasMissing && Missing.Treatment.HasIndicator, _options.UnknownCategories);
    }

    private CategorySet ToCategories()
    {
        if (_kind is not null)
        {
            _categories.RequireKinds();
        }

        return _categories.ToCategories(_hasMissing ? Constant : null, _format);
    }

    private string? Fill(CsvColumnKind kind, CategorySet? categories) => Missing.Treatment.Kind switch
    {
        MissingTreatment.Refuse or MissingTreatment.DropRow => null,
        MissingTreatment.Constant => ConstantOf(kind, categories),
        _ when categories is null => _format.Text((float)_numbers.Fill()),
        _ => _categories.MostFrequent(categories),
    };

    private string? ConstantOf(CsvColumnKind kind, CategorySet? categories)
    {
        string text = Constant!;
        bool fits = categories is null
            ? _format.TryParse(text, out float _)
            : categories.IndexOf(text) >= 0 || (kind == CsvColumnKind.OneHot && _options.UnknownCategories == UnknownCategories.AllZeros);
        return fits ? text
            : !_hasMissing && (kind == CsvColumnKind.OneHot || !_options.MissingOf.ContainsKey(_name)) ? null
            : throw new CsvFormatException(
                $"'{text}' cannot stand for missing values here: "
                + (categories is null ? "the column holds numbers" : $"the column holds {FieldText.List(categories.Names)}")
                + $". Give it another treatment in {nameof(CsvOptions.MissingOf)}.",
                column: _name);
    }
}
