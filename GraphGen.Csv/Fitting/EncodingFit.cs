using static System.FormattableString;

namespace GraphGen;

/// <summary>Finds out of a file how its texts become numbers.</summary>
internal sealed class EncodingFit
{
    private readonly ColumnRoles _roles;
    private readonly ColumnFit[] _inputs;
    private readonly PredictedColumn[] _predicted;
    private readonly int[] _predictedPlaces;
    private readonly LabelFit? _label;
    private int _rows;
    private int _dropped;

    private EncodingFit(ColumnRoles roles, CsvRecordReader reader, CsvOptions options)
    {
        _roles = roles;
        _inputs = [.. roles.Inputs.Select(column => new ColumnFit(reader.Names[column], options))];
        _predictedPlaces = roles.Label >= 0 ? [roles.Label] : roles.Targets;
        _predicted = [.. _predictedPlaces.Select(column => ColumnTexts.Predicted(reader.Names[column], options))];
        _label = roles.Label >= 0 ? new LabelFit(_predicted[0], options.MaximumCategories) : null;
    }

    /// <returns>The encoding, and the number of rows that are not dropped.</returns>
    /// <exception cref="CsvFormatException">The file is no such table.</exception>
    public static (CsvEncoding Encoding, int Rows) Of(string path, CsvOptions options)
    {
        var format = new CsvFormat(options.Delimiter, options.HasHeader, options.Comment);
        using var reader = new CsvRecordReader(path, format);
        var fit = new EncodingFit(ColumnRoles.Of(options, reader), reader, options);
        while (reader.Read())
        {
            fit.AddRow(reader);
        }

        fit.RequireRows(path);
        try
        {
            CsvColumn[] columns = [.. fit._inputs.Select(input => input.ToColumn())];
            return (new CsvEncoding(format, columns, fit._predicted, fit._label?.ToClasses()), fit._rows);
        }
        catch (CsvFormatException exception)
        {
            throw reader.Locate(exception, line: null);
        }
    }

    private void AddRow(CsvRecordReader reader)
    {
        if (DropsRow(reader.Fields))
        {
            _dropped++;
            return;
        }

        _rows = checked(_rows + 1);
        try
        {
            for (int i = 0; i < _inputs.Length; i++)
            {
                _inputs[i].Add(reader.Fields[_roles.Inputs[i]]);
            }

            _label?.Add(reader.Fields[_roles.Label]);
        }
        catch (CsvFormatException exception)
        {
            throw reader.Locate(exception, reader.Line);
        }
    }

    private bool DropsRow(IReadOnlyList<string> fields)
    {
        bool drops = false;
        for (int i = 0; i < _inputs.Length; i++)
        {
            drops |= _inputs[i].DropsRow(fields[_roles.Inputs[i]]);
        }

        for (int i = 0; i < _predicted.Length; i++)
        {
            drops |= _predicted[i].DropsRow(fields[_predictedPlaces[i]]);
        }

        return drops;
    }

    private void RequireRows(string path)
    {
        if (_rows == 0)
        {
            throw new CsvFormatException(
                _dropped == 0
                    ? "there are no rows, only a header: add rows, or say by HasHeader that the first line is one."
                    : Invariant($"no row is left: in each of the {_dropped} a value is missing. Ignore columns that are mostly empty, or fill missing values."),
                path);
        }
    }
}
