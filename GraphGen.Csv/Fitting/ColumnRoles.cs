namespace GraphGen;

/// <summary>Which columns of a file are inputs, and which are to be predicted: their places in a row.</summary>
/// <param name="Inputs">The columns that inputs come from, in the order of the file.</param>
/// <param name="Label">The column of the classes; -1 for none.</param>
/// <param name="Targets">The columns of the numbers to predict.</param>
internal sealed record ColumnRoles(int[] Inputs, int Label, int[] Targets)
{
    /// <exception cref="CsvFormatException">A column that the options name is not there, one without a name would be an input, or none is left.</exception>
    public static ColumnRoles Of(CsvOptions options, CsvHeader header, string path)
    {
        foreach (string name in options.CategoricalColumns.Concat(options.OrdinalColumns.Keys).Concat(options.MissingTextsOf.Keys).Concat(options.MissingOf.Keys))
        {
            header.Find(name);
        }

        int label = options.LabelColumn is { } labelColumn ? header.Find(labelColumn) : -1;
        int[] targets = [.. options.TargetColumns.Select(header.Find)];
        int[] others = [.. options.IgnoredColumns.Select(header.Find), .. targets, label];
        int[] inputs = [.. Enumerable.Range(0, header.Names.Count).Except(others)];
        if (inputs.Length == 0)
        {
            throw new CsvFormatException("no column is left to predict from: all are ignored or to be predicted.", path);
        }

        if (inputs.FirstOrDefault(column => !header.IsNamed(column), -1) is var unnamed and >= 0)
        {
            throw new CsvFormatException(
                $"the header has no name for this column, as for row numbers and after a delimiter at the end: name it, or ignore it with IgnoredColumns = [\"{header.Names[unnamed]}\"].",
                path,
                column: header.Names[unnamed],
                columnNumber: unnamed + 1);
        }

        return new ColumnRoles(inputs, label, targets);
    }
}
