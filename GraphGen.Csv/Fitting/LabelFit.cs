using static System.FormattableString;

namespace GraphGen;

/// <summary>Collects the classes of a label.</summary>
internal sealed class LabelFit(PredictedColumn column, int maximum)
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <exception cref="CsvFormatException">The label is missing, or there are too many classes.</exception>
    public void Add(string text)
    {
        column.Require(text);
        if (_texts.Add(text) && _texts.Count > maximum)
        {
            throw new CsvFormatException(
                Invariant($"the label has more than {maximum} classes: name the column among {nameof(CsvOptions.TargetColumns)} if it holds numbers to predict, ")
                + $"or raise {nameof(CsvOptions.MaximumCategories)}.",
                column: column.Name);
        }
    }

    /// <exception cref="CsvFormatException">The classes are numbers, but not whole ones.</exception>
    public CategorySet ToClasses()
    {
        bool areNumbers = _texts.All(text => TryParse(text, out _));
        string? fraction = areNumbers ? _texts.FirstOrDefault(text => TryParse(text, out double number) && !double.IsInteger(number)) : null;
        return fraction is null ? CategorySet.Sorted(_texts, column.Numbers) : throw new CsvFormatException(
            $"the label has numbers that are not whole, such as '{fraction}': name the column among {nameof(CsvOptions.TargetColumns)} to predict numbers.",
            column: column.Name);
    }

    // Fractions are fractions with either decimal separator.
    private bool TryParse(string text, out double number) => column.Numbers.TryParse(text, out number) || column.Numbers.Other.TryParse(text, out number);
}
