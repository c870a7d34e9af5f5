using System.Text.RegularExpressions;

namespace GraphGen;

/// <summary>Numbers and dates in other forms than this library reads: what people took for numbers, and what to do about it.</summary>
internal static partial class NumberLikeText
{
    /// <summary>Whether a text is meant as a number or a date, though no number can be read from it.</summary>
    public static bool Matches(string text, NumberFormat numbers) => Advice(text, numbers) is not null;

    /// <summary>What to do about a text in a column of numbers from which no number can be read.</summary>
    public static string Repair(string text, NumberFormat numbers) =>
        Advice(text, numbers) ?? $"correct it, list it in {nameof(CsvOptions.MissingTexts)} if it means that the value is missing";

    private static string? Advice(string text, NumberFormat numbers)
    {
        if (numbers.IsMeant(text))
        {
            return $"numbers beyond 3.4e38, infinity and NaN are no inputs: correct it, or list it in {nameof(CsvOptions.MissingTexts)} if it means that the value is missing";
        }

        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        if (DateOrTime().IsMatch(text))
        {
            return "dates and times are no inputs: write what matters of them as numbers, such as the month or the days since the first date, and ignore the column";
        }

        if (!Number().IsMatch(text))
        {
            return null;
        }

        char other = numbers.Other.DecimalSeparator;
        return Sign().IsMatch(text) ? "leave the sign of percent or currency out of the file"
            : text.LastIndexOf(other) > text.LastIndexOf(numbers.DecimalSeparator)
                ? $"set {nameof(CsvOptions.DecimalSeparator)} to '{other}' if that is what it is, and write numbers without separators between thousands"
                : "write numbers with the sign '-' or none, and without separators between thousands";
    }

    // A decimal point or comma, separators between thousands, a sign of percent or currency before or behind.
    [GeneratedRegex(
        @"^[+\-−]?\p{Sc}?[ \u00A0]?[+\-−]?([0-9]{1,3}([.,'’ \u00A0\u202F][0-9]{3})+([.,][0-9]*)?|[0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?"
        + @"[ \u00A0]?[%‰\p{Sc}]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[%‰\p{Sc}]", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    // Year first, or year last with four digits, or with two after slashes; a time behind, or alone.
    [GeneratedRegex(
        @"^(([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2})([ T]|$))?"
        + @"([0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?[AaPp][Mm])?(Z| ?[+-][0-9]{2}:?[0-9]{2})?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DateOrTime();
}
