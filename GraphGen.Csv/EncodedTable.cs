namespace GraphGen;

/// <summary>A table on its way into numbers.</summary>
internal sealed class EncodedTable
{
    private readonly CsvEncoding _encoding;
    private readonly CsvRecordReader _reader;
    private readonly int[] _places;
    private readonly int[] _filled;
    private readonly RowBuffer<float> _inputs;
    private readonly RowBuffer<float> _targets;
    private readonly RowBuffer<int> _labels;
    private int _rows;
    private int _dropped;

    public EncodedTable(CsvEncoding encoding, CsvRecordReader reader, int expectedRows)
    {
        _encoding = encoding;
        _reader = reader;
        _places = [.. encoding.Columns.Select(column => reader.Find(column.Name))];
        _filled = new int[_places.Length];
        _inputs = new RowBuffer<float>(encoding.InputSize, expectedRows);
        _targets = new RowBuffer<float>(encoding.Predicted.Count, encoding.ClassSet is null ? expectedRows : 0);
        _labels = new RowBuffer<int>(1, encoding.ClassSet is null ? 0 : expectedRows);
    }

    /// <summary>All inputs, row-major.</summary>
    public float[] Inputs => _inputs.ToArray();

    /// <summary>Adds the reader's present row without what is to be predicted.</summary>
    public void AddInputs()
    {
        try
        {
            EncodeInputs();
        }
        catch (CsvFormatException exception)
        {
            throw _reader.Locate(exception, _reader.Line);
        }
    }

    /// <summary>Adds the reader's present row, unless it is to be dropped.</summary>
    /// <param name="predictedPlaces">The places of what is to be predicted.</param>
    public void AddRow(ReadOnlySpan<int> predictedPlaces)
    {
        if (DropsRow(predictedPlaces))
        {
            _dropped++;
            return;
        }

        try
        {
            EncodeInputs();
            EncodePredicted(predictedPlaces);
            _rows++;
        }
        catch (CsvFormatException exception)
        {
            throw _reader.Locate(exception, _reader.Line);
        }
    }

    /// <exception cref="CsvFormatException">There is no row.</exception>
    public CsvData ToData()
    {
        if (_rows == 0)
        {
            throw new CsvFormatException(
                _dropped == 0 ? "there are no rows, only a header: add rows." : "no row is left: in each a value is missing.", _reader.Path);
        }

        Dataset data = _encoding.ClassSet is null
            ? new Dataset(_inputs.ToArray(), _encoding.InputSize, _targets.ToArray(), _encoding.Predicted.Count)
            : new Dataset(_inputs.ToArray(), _encoding.InputSize, _labels.ToArray());
        FilledColumn[] filled =
        [
            .. _encoding.Columns.Zip(_filled).Where(pair => pair.Second > 0).Select(pair => new FilledColumn(pair.First.Name, pair.First.Fill!, pair.Second)),
        ];
        return new CsvData(data, _encoding, Array.AsReadOnly(filled), _dropped);
    }

    private bool DropsRow(ReadOnlySpan<int> predictedPlaces)
    {
        for (int i = 0; i < _places.Length; i++)
        {
            if (_encoding.Columns[i].DropsRow(_reader.Fields[_places[i]]))
            {
                return true;
            }
        }

        for (int i = 0; i < predictedPlaces.Length; i++)
        {
            if (_encoding.Predicted[i].DropsRow(_reader.Fields[predictedPlaces[i]]))
            {
                return true;
            }
        }

        return false;
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

    private void EncodePredicted(ReadOnlySpan<int> places)
    {
        if (_encoding.ClassSet is { } classes)
        {
            _labels.Add()[0] = _encoding.Predicted[0].Label(_reader.Fields[places[0]], classes);
            return;
        }

        Span<float> row = _targets.Add();
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = _encoding.Predicted[i].Target(_reader.Fields[places[i]]);
        }
    }
}
