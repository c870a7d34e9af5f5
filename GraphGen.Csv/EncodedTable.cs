namespace GraphGen;

/// <summary>A table on its way into numbers: the inputs, and on request what is to be predicted.</summary>
internal sealed class EncodedTable
{
    private readonly CsvEncoding _encoding;
    private readonly CsvRecordReader _reader;
    private readonly int[] _places;
    private readonly int[] _predictedPlaces;
    private readonly int[] _filled;
    private readonly RowBuffer<float> _inputs;
    private readonly RowBuffer<float> _targets;
    private readonly RowBuffer<int> _labels;

    public EncodedTable(CsvEncoding encoding, CsvRecordReader reader, int expectedRows, bool isPredictedThere)
    {
        _encoding = encoding;
        _reader = reader;
        _places = [.. encoding.Columns.Select(column => reader.Header.Find(column.Name))];
        _predictedPlaces = isPredictedThere ? [.. encoding.Predicted.Select(column => reader.Header.Find(column.Name))] : [];
        _filled = new int[_places.Length];
        _inputs = new RowBuffer<float>(encoding.InputSize, expectedRows);
        _targets = new RowBuffer<float>(encoding.Predicted.Count, isPredictedThere && encoding.ClassSet is null ? expectedRows : 0);
        _labels = new RowBuffer<int>(1, isPredictedThere && encoding.ClassSet is not null ? expectedRows : 0);
    }

    /// <summary>All inputs, row-major.</summary>
    public float[] Inputs => _inputs.ToArray();

    /// <summary>The columns of the table that are read, and what is missing in them.</summary>
    public IEnumerable<(int Place, MissingRule Missing)> Columns =>
    [
        .. _places.Zip(_encoding.Columns, (place, column) => (place, column.MissingRule)),
        .. _predictedPlaces.Zip(_encoding.Predicted, (place, column) => (place, column.Missing)),
    ];

    /// <summary>Adds the reader's present row.</summary>
    public void AddRow()
    {
        try
        {
            EncodeInputs();
            EncodePredicted();
        }
        catch (CsvFormatException exception)
        {
            throw _reader.Locate(exception, _reader.Line);
        }
    }

    /// <summary>All rows.</summary>
    /// <param name="droppedRows">How many rows were left out.</param>
    public CsvData ToData(int droppedRows)
    {
        Dataset data = _encoding.ClassSet is null
            ? new Dataset(_inputs.ToArray(), _encoding.InputSize, _targets.ToArray(), _encoding.Predicted.Count)
            : new Dataset(_inputs.ToArray(), _encoding.InputSize, _labels.ToArray());
        FilledColumn[] filled =
        [
            .. _encoding.Columns.Zip(_filled).Where(pair => pair.Second > 0).Select(pair => new FilledColumn(pair.First.Name, pair.First.Fill!, pair.Second)),
        ];
        return new CsvData(data, _encoding, Array.AsReadOnly(filled), droppedRows);
    }

    private void EncodeInputs()
    {
        Span<float> row = _inputs.Add();
        for (int i = 0, start = 0; i < _places.Length; i++)
        {
            CsvColumn column = _encoding.Columns[i];
            if (column.Encode(_reader.Fields[_places[i]], row.Slice(start, column.InputNames.Count)))
            {
                _filled[i]++;
            }

            start += column.InputNames.Count;
        }
    }

    private void EncodePredicted()
    {
        if (_predictedPlaces.Length == 0)
        {
            return;
        }

        if (_encoding.ClassSet is { } classes)
        {
            _labels.Add()[0] = _encoding.Predicted[0].Label(_reader.Fields[_predictedPlaces[0]], classes);
            return;
        }

        Span<float> row = _targets.Add();
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = _encoding.Predicted[i].Target(_reader.Fields[_predictedPlaces[i]]);
        }
    }
}
