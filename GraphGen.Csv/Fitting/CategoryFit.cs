using System.Runtime.InteropServices;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Counts the categories of a column.</summary>
/// <param name="column">The column's name.</param>
/// <param name="maximum">How many there may be.</param>
internal sealed class CategoryFit(string column, int maximum)
{
    // In fewer rows it is no surprise that each has a text of its own.
    private const int FewestNames = 10;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private CsvFormatException? _tooMany;

    /// <summary>Adds a value of the reader's present row.</summary>
    public void Add(string text, CsvRecordReader reader)
    {
        if (_tooMany is not null)
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_counts, text, out _)++;
        if (_counts.Count > maximum)
        {
            _tooMany = new CsvFormatException(
                Invariant($"'{text}' is one more than the {maximum} different texts that a column may have: name it in {nameof(CsvOptions.IgnoredColumns)} ")
                + $"if it identifies rows, or raise {nameof(CsvOptions.MaximumCategories)}.",
                line: reader.Line,
                column: column);
        }
    }

    /// <summary>Checks that the values are no names, of which each stands in few rows.</summary>
    /// <exception cref="CsvFormatException">They are.</exception>
    public void RequireKinds()
    {
        int values = _counts.Values.Sum();
        if (_tooMany is null && _counts.Count > FewestNames && _counts.Count > values / 2.0)
        {
            throw new CsvFormatException(
                Invariant($"{_counts.Count} different texts in {values} values look like names or identifiers, from which nothing can be learnt: ")
                + $"name it in {nameof(CsvOptions.IgnoredColumns)}, or in {nameof(CsvOptions.CategoricalColumns)} if they stand for kinds.",
                column: column);
        }
    }

    /// <summary>The categories, and a further one unless it is null.</summary>
    /// <exception cref="CsvFormatException">There are too many.</exception>
    public CategorySet ToCategories(string? further, NumberFormat numbers) =>
        _tooMany is null ? CategorySet.Sorted(further is null ? _counts.Keys : _counts.Keys.Append(further), numbers) : throw _tooMany;

    /// <summary>The most frequent of some categories, the first of equally frequent ones. Counted by place, since 1 and 1.0 are one category.</summary>
    public string MostFrequent(CategorySet categories)
    {
        int[] counts = new int[categories.Names.Count];
        foreach ((string text, int count) in _counts)
        {
            // A text outside of an order is an error of its row, when that is encoded.
            int index = categories.IndexOf(text);
            if (index >= 0)
            {
                counts[index] += count;
            }
        }

        return categories.Names[Array.IndexOf(counts, counts.Max())];
    }
}
