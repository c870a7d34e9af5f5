namespace GraphGen;

/// <summary>Finds out of a file how its texts become numbers.</summary>
internal sealed class EncodingFit
{
    private readonly ColumnRoles _roles;
    private readonly ColumnFit[] _inputs;
    private readonly PredictedColumn[] _predicted;
    private readonly LabelFit? _label;
    private readonly RowFilter _filter;

    private EncodingFit(ColumnRoles roles, CsvHeader header, CsvOptions options)
    {
        _roles = roles;
        _inputs = [.. roles.Inputs.Select(column => new ColumnFit(header.Names[column], options))];
        int[] predicted = roles.Label >= 0 ? [roles.Label] : roles.Targets;
        _predicted = [.. predicted.Select(column => PredictedColumn.Of(header.Names[column], options))];
        _label = roles.Label >= 0 ? new LabelFit(_predicted[0], options.MaximumCategories) : null;
        _filter = new RowFilter([.. roles.Inputs.Zip(_inputs, (place, column) => (place, column.Missing)), .. predicted.Zip(_predicted, (place, column) => (place, column.Missing))]);
    }

    /// <returns>The encoding, and the number of rows that are not dropped.</returns>
    /// <exception cref="CsvFormatException">The file is no such table.</exception>
    public static (CsvEncoding Encoding, int Rows) Of(string path, CsvOptions options)
    {
        var format = CsvFormat.Of(options);
        using var reader = new CsvRecordReader(path, format);
        var fit = new EncodingFit(ColumnRoles.Of(options, reader.Header, path), reader.Header, options);
        while (reader.Read())
        {
            if (fit._filter.Keeps(reader.Fields))
            {
                fit.AddRow(reader);
            }
        }

        fit._filter.RequireRows(path);
        try
        {
            CsvColumn[] columns = [.. fit._inputs.Select(input => input.ToColumn())];
            return (new CsvEncoding(format, columns, fit._predicted, fit._label?.ToClasses()), fit._filter.Kept);
        }
        catch (CsvFormatException exception)
        {
            throw reader.Locate(exception);
        }
    }

    private void AddRow(CsvRecordReader reader)
    {
        for (int i = 0; i < _inputs.Length; i++)
        {
            _inputs[i].Add(reader.Fields[_roles.Inputs[i]], reader);
        }

        try
        {
            _label?.Add(reader.Fields[_roles.Label]);
        }
        catch (CsvFormatException exception)
        {
            throw reader.Locate(exception, reader.Line);
        }
    }
}
