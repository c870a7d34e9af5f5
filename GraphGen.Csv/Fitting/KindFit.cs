using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Tells by all values of a column whether it holds numbers or categories: numbers if each value is one, categories if none is a number or looks like
/// one. All else people have to decide: a column of numbers with one text in it would become a column for each number.
/// </summary>
/// <param name="column">The column's name.</param>
/// <param name="format">How numbers are written.</param>
internal sealed class KindFit(string column, NumberFormat format)
{
    private long _values;
    private long _numbers;
    private Occurrence? _firstNumber;
    private Occurrence? _firstNumberLike;
    private Occurrence? _firstText;

    /// <summary>Adds a value of the reader's present row.</summary>
    /// <returns>The number that it is; null for none.</returns>
    public float? Add(string text, CsvRecordReader reader)
    {
        _values++;
        if (format.TryParse(text, out float number))
        {
            _numbers++;
            _firstNumber ??= new Occurrence(text, reader.Line);
            return number;
        }

        if (_firstNumberLike is null && NumberLikeText.Matches(text, format))
        {
            _firstNumberLike = new Occurrence(text, reader.Line);
        }
        else
        {
            _firstText ??= new Occurrence(text, reader.Line);
        }

        return null;
    }

    /// <exception cref="CsvFormatException">The column holds neither numbers alone nor texts alone.</exception>
    public CsvColumnKind ToKind()
    {
        if (_numbers == _values)
        {
            return CsvColumnKind.Number;
        }

        if (_firstNumber is null && _firstNumberLike is null)
        {
            return CsvColumnKind.OneHot;
        }

        // What is rare among the values, or can be mended, is what somebody has to look at.
        bool areMostlyTexts = _firstNumberLike is null && _numbers < _values - _numbers;
        Occurrence odd = areMostlyTexts ? _firstNumber! : _firstNumberLike ?? _firstText!;
        string problem = areMostlyTexts
            ? Invariant($"'{odd.Text}' is a number, but {_values - _numbers} of the column's {_values} values are texts, such as '{_firstText!.Text}': ")
                + $"list these in {nameof(CsvOptions.MissingTexts)} if they mean that the value is missing"
            : Invariant($"'{odd.Text}' is no number that a float holds{(_numbers == 0 ? "" : Invariant($", unlike {_numbers} of the column's {_values} values"))}: ")
                + NumberLikeText.Repair(odd.Text, format);
        throw new CsvFormatException($"{problem}, or name the column in {nameof(CsvOptions.CategoricalColumns)} if its values stand for kinds.", line: odd.Line, column: column);
    }

    private sealed record Occurrence(string Text, int Line);
}
