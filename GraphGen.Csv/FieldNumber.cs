using System.Globalization;

namespace GraphGen;

/// <summary>Numbers in fields: a sign, digits, a decimal point, an exponent, in every culture alike.</summary>
internal static class FieldNumber
{
    /// <summary>Reads a number that is finite.</summary>
    public static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Reads a number that is finite as a <see cref="float"/>.</summary>
    public static bool TryParse(string text, out float number) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);

    /// <summary>Whether a text was meant as a number, even if none that is finite.</summary>
    public static bool IsMeant(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>Reads a number of a column of numbers.</summary>
    /// <exception cref="CsvFormatException">It is none that is finite as a <see cref="float"/>.</exception>
    public static float Parse(string text, string column) => TryParse(text, out float number) ? number : throw new CsvFormatException(
        $"'{text}' is no number that a float holds: correct it, list it in {nameof(CsvOptions.MissingTexts)} if it means that the value is missing, "
        + $"or name the column in {nameof(CsvOptions.CategoricalColumns)}.",
        column: column);

    /// <summary>The shortest text that reads as the same number; zero has no sign.</summary>
    public static string Text(float number) => (number + 0f).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads as the same number; zero has no sign.</summary>
    public static string Text(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);
}
