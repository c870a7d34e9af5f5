using System.Collections.Frozen;
using System.Globalization;

namespace GraphGen;

/// <summary>
/// The different texts of a column, in their order. Where all of them are numbers they are compared as such: 1, 1.0 and 01 are the same then.
/// </summary>
internal sealed class CategorySet
{
    private readonly FrozenDictionary<string, int>? _texts;
    private readonly FrozenDictionary<double, int>? _numbers;

    private CategorySet(string[] names, double[]? numbers)
    {
        Names = Array.AsReadOnly(names);
        if (numbers is null)
        {
            _texts = names.Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        }
        else
        {
            _numbers = numbers.Index().ToFrozenDictionary(number => number.Item, number => number.Index);
        }
    }

    /// <summary>The texts, or the numbers in their shortest form.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether all texts are numbers.</summary>
    public bool AreNumbers => _numbers is not null;

    /// <summary>Whether all texts are whole numbers.</summary>
    public bool AreIntegers => _numbers is not null && _numbers.Keys.All(double.IsInteger);

    /// <summary>In the order of the numbers, or of the texts' code units.</summary>
    public static CategorySet Sorted(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (!TryParse(all, out double[] numbers))
        {
            return new CategorySet([.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], null);
        }

        double[] sorted = [.. numbers.Distinct().Order()];
        return new CategorySet([.. sorted.Select(FieldNumber.Text)], sorted);
    }

    /// <summary>In the order given, to the letter.</summary>
    public static CategorySet InOrder(IReadOnlyList<string> texts) => new([.. texts.Select(text => text.Trim())], null);

    /// <summary>What <see cref="Names"/> was, as a stored encoding has it.</summary>
    /// <exception cref="FormatException">The names of numbers are none.</exception>
    public static CategorySet Stored(string[] names, bool areNumbers)
    {
        double[]? numbers = areNumbers ? [.. names.Select(name => double.Parse(name, NumberStyles.Float, CultureInfo.InvariantCulture))] : null;
        return new CategorySet(names, numbers);
    }

    /// <summary>The place of a text; -1 where it is none of them.</summary>
    public int IndexOf(string text) => _texts is not null
        ? _texts.GetValueOrDefault(text, -1)
        : FieldNumber.TryParse(text, out double number) ? _numbers!.GetValueOrDefault(number, -1) : -1;

    private static bool TryParse(string[] texts, out double[] numbers)
    {
        numbers = new double[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (!FieldNumber.TryParse(texts[i], out double number))
            {
                return false;
            }

            numbers[i] = number;
        }

        return true;
    }
}
