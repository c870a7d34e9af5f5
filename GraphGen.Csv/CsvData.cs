namespace GraphGen;

/// <summary>A table that was read, and how it became numbers.</summary>
public sealed class CsvData
{
    internal CsvData(Dataset data, CsvEncoding encoding, IReadOnlyList<FilledColumn> filled, int droppedRows)
    {
        Data = data;
        Encoding = encoding;
        Filled = filled;
        DroppedRows = droppedRows;
    }

    /// <summary>The rows in the order of the file, not scaled.</summary>
    public Dataset Data { get; }

    /// <summary>How texts became numbers: for test files, and rows to predict.</summary>
    public CsvEncoding Encoding { get; }

    /// <summary>The name of each input of <see cref="Data"/>: <c>carat</c>, <c>cut=Ideal</c>, <c>x is missing</c>.</summary>
    public IReadOnlyList<string> InputNames => Encoding.InputNames;

    /// <summary>The name of each target; none where there are labels.</summary>
    public IReadOnlyList<string> TargetNames => Encoding.TargetColumns;

    /// <summary>The classes of the label, from class 0 on; none where there are targets.</summary>
    public IReadOnlyList<string> Classes => Encoding.Classes;

    /// <summary>The categories of each one-hot column, in the order of its inputs.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories => Encoding.Categories;

    /// <summary>The columns of this file in which values were missing and were filled, and by what.</summary>
    public IReadOnlyList<FilledColumn> Filled { get; }

    /// <summary>How many rows of this file were left out, because a value was missing.</summary>
    public int DroppedRows { get; }
}
