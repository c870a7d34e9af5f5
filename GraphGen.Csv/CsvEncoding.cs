using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How the texts of a table become numbers, fitted on one file and then applied to others and to rows that are to be predicted: the same columns,
/// categories, classes and fillings. Immutable, so any number of threads may use it.
/// </summary>
public sealed class CsvEncoding
{
    private readonly CsvColumn[] _columns;
    private readonly PredictedColumn[] _predicted;

    internal CsvEncoding(CsvFormat format, CsvColumn[] columns, PredictedColumn[] predicted, CategorySet? classes)
    {
        Format = format;
        ClassSet = classes;
        _columns = columns;
        _predicted = predicted;
        Columns = Array.AsReadOnly(columns);
        InputNames = Array.AsReadOnly(columns.SelectMany(column => column.InputNames).ToArray());
        TargetColumns = classes is null ? Array.AsReadOnly(predicted.Select(column => column.Name).ToArray()) : [];
        Categories = columns.Where(column => column.Kind == CsvColumnKind.OneHot).ToDictionary(column => column.Name, column => column.Categories, CsvOptions.Names).AsReadOnly();
    }

    /// <summary>The columns that inputs come from, in the order of the file: what <see cref="Encode(IReadOnlyList{string?}, Span{float})"/> takes.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>The number of inputs in a row, at least 1.</summary>
    public int InputSize => InputNames.Count;

    /// <summary>The name of each input: <c>carat</c>, <c>cut=Ideal</c>, <c>x is missing</c>.</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>The column of the classes; null where targets are to be predicted.</summary>
    public string? LabelColumn => ClassSet is null ? null : _predicted[0].Name;

    /// <summary>The classes, from class 0 on; none where targets are to be predicted.</summary>
    public IReadOnlyList<string> Classes => ClassSet?.Names ?? [];

    /// <summary>The columns of the targets; none where classes are to be predicted.</summary>
    public IReadOnlyList<string> TargetColumns { get; }

    /// <summary>The categories of each one-hot column, in the order of its inputs.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; }

    /// <summary>How the text of files is divided.</summary>
    internal CsvFormat Format { get; }

    /// <summary>The classes; null for targets.</summary>
    internal CategorySet? ClassSet { get; }

    /// <summary>What is to be predicted.</summary>
    internal IReadOnlyList<PredictedColumn> Predicted => _predicted;

    /// <summary>
    /// Reads another table, for instance to test on. Columns are found by their names, or without a header by their numbers; further ones are passed over.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CsvFormatException">The file is no such table, or has unknown classes or categories; the message says line, column and what to do.</exception>
    /// <exception cref="InvalidOperationException">The rows have more numbers than an array holds.</exception>
    public CsvData Read(string path) => Read(path, expectedRows: 256);

    /// <summary>Reads the inputs alone of a table that need not have what is to be predicted: every row, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <returns><c>[rows, InputSize]</c>, row-major; empty for a file with a header only.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The path is a folder's, or the file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CsvFormatException">
    /// The file is no such table, has unknown categories, or a value is missing for which nothing stands; the message says line, column and what to do.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rows have more numbers than an array holds.</exception>
    public float[] ReadInputs(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new CsvRecordReader(path, Format);
        var table = new EncodedTable(this, reader, expectedRows: 256, isPredictedThere: false);
        while (reader.Read())
        {
            table.AddRow();
        }

        return table.Inputs;
    }

    /// <summary>Encodes a row, for instance one to predict for.</summary>
    /// <param name="fields">One text for each of <see cref="Columns"/>, in their order; null is a missing value, as an empty text usually is.</param>
    /// <param name="inputs">Receives <see cref="InputSize"/> numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="fields"/> or <paramref name="inputs"/> have another length.</exception>
    /// <exception cref="CsvFormatException">A text is no number, an unknown category, or missing with nothing to stand for it; the message names the column.</exception>
    public void Encode(IReadOnlyList<string?> fields, Span<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(fields);
        RequireLength(inputs);
        if (fields.Count != _columns.Length)
        {
            throw new ArgumentException(
                Invariant($"A row has {_columns.Length} fields ({FieldText.List([.. _columns.Select(column => column.Name)])}), not {fields.Count}."), nameof(fields));
        }

        for (int i = 0, start = 0; i < _columns.Length; start += _columns[i++].InputNames.Count)
        {
            _columns[i].Encode(fields[i]?.Trim(), inputs.Slice(start, _columns[i].InputNames.Count));
        }
    }

    /// <summary>Encodes a row, for instance one to predict for.</summary>
    /// <param name="fields">A text for the name of each of <see cref="Columns"/>, null or empty for a missing value; further names are passed over.</param>
    /// <param name="inputs">Receives <see cref="InputSize"/> numbers.</param>
    /// <exception cref="ArgumentException">A column is left out of <paramref name="fields"/>, or <paramref name="inputs"/> has another length.</exception>
    /// <exception cref="CsvFormatException">A text is no number, an unknown category, or missing with nothing to stand for it; the message names the column.</exception>
    public void Encode(IReadOnlyDictionary<string, string> fields, Span<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(fields);
        RequireLength(inputs);
        for (int i = 0, start = 0; i < _columns.Length; start += _columns[i++].InputNames.Count)
        {
            string? text = fields.TryGetValue(_columns[i].Name, out string? found)
                ? found
                : throw new ArgumentException($"The row has no '{_columns[i].Name}': pass an empty text where the value is missing.", nameof(fields));
            _columns[i].Encode(text?.Trim(), inputs.Slice(start, _columns[i].InputNames.Count));
        }
    }

    /// <summary>
    /// All of it as one line of text, from which <see cref="Parse"/> makes an encoding that does the same: to be kept beside a network, for instance in the
    /// metadata of its checkpoint.
    /// </summary>
    /// <returns>A JSON object.</returns>
    public string ToText() => EncodingText.Of(this);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException"><paramref name="text"/> is no such text.</exception>
    public static CsvEncoding Parse(string text) => EncodingText.Parse(text);

    /// <summary>Reads a table whose number of rows may be known.</summary>
    internal CsvData Read(string path, int expectedRows)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new CsvRecordReader(path, Format);
        var table = new EncodedTable(this, reader, expectedRows, isPredictedThere: true);
        var filter = new RowFilter(table.Columns);
        while (reader.Read())
        {
            if (filter.Keeps(reader.Fields))
            {
                table.AddRow();
            }
        }

        filter.RequireRows(path);
        return table.ToData(filter.Dropped);
    }

    private void RequireLength(Span<float> inputs)
    {
        if (inputs.Length != InputSize)
        {
            throw new ArgumentException(Invariant($"A row has {InputSize} inputs, but the span {inputs.Length}."), nameof(inputs));
        }
    }
}
