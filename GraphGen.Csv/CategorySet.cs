using System.Collections.Frozen;

namespace GraphGen;

/// <summary>
/// The different texts of a column, in their order. Where all of them are plain numbers they are compared as such: 1, 1.0 and 1e0 are the same then. One
/// with a leading zero, as in 007, or with more characters than a <see cref="double"/> has digits, is a code: all are compared to the letter then.
/// </summary>
internal sealed class CategorySet
{
    // Decimal numbers of up to 15 digits differ as doubles if they differ at all.
    private const int ExactLength = 15;

    private readonly NumberFormat _format;
    private readonly FrozenDictionary<string, int>? _texts;
    private readonly FrozenDictionary<double, int>? _numbers;

    private CategorySet(string[] names, double[]? numbers, NumberFormat format)
    {
        _format = format;
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

    /// <summary>Whether they are compared as numbers.</summary>
    public bool AreNumbers => _numbers is not null;

    /// <summary>In the order of the numbers, or of the texts' code units.</summary>
    public static CategorySet Sorted(IEnumerable<string> texts, NumberFormat format)
    {
        string[] all = [.. texts];
        if (!TryParse(all, format, out double[] numbers))
        {
            return new CategorySet([.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], null, format);
        }

        double[] sorted = [.. numbers.Distinct().Order()];
        return new CategorySet([.. sorted.Select(format.Text)], sorted, format);
    }

    /// <summary>In the order given, to the letter.</summary>
    public static CategorySet InOrder(IReadOnlyList<string> texts, NumberFormat format) => new([.. texts], null, format);

    /// <summary>What <see cref="Names"/> was, as a stored encoding has it.</summary>
    /// <exception cref="FormatException">The names of numbers are none.</exception>
    public static CategorySet Stored(string[] names, bool areNumbers, NumberFormat format)
    {
        double[]? numbers = areNumbers
            ? [.. names.Select(name => format.TryParse(name, out double number) ? number : throw new FormatException($"'{name}' is no number."))]
            : null;
        return new CategorySet(names, numbers, format);
    }

    /// <summary>The place of a text; -1 where it is none of them.</summary>
    public int IndexOf(string text) => _texts is not null
        ? _texts.GetValueOrDefault(text, -1)
        : _format.TryParse(text, out double number) ? _numbers!.GetValueOrDefault(number, -1) : -1;

    private static bool TryParse(string[] texts, NumberFormat format, out double[] numbers)
    {
        numbers = new double[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i] is { Length: > ExactLength } or ['0', >= '0' and <= '9', ..] || !format.TryParse(texts[i], out double number))
            {
                return false;
            }

            numbers[i] = number;
        }

        return true;
    }
}
