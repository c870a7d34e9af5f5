using System.Globalization;

namespace GraphGen;

/// <summary>How numbers are written: a sign, digits, a decimal separator, an exponent; in every culture alike.</summary>
internal sealed class NumberFormat
{
    private static readonly NumberFormat Point = new('.');
    private static readonly NumberFormat Comma = new(',');

    private readonly NumberFormatInfo _info;

    private NumberFormat(char decimalSeparator)
    {
        DecimalSeparator = decimalSeparator;
        _info = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        _info.NumberDecimalSeparator = decimalSeparator.ToString();
    }

    /// <summary>What separates the fraction: a point or a comma.</summary>
    public char DecimalSeparator { get; }

    /// <summary>The format with the other decimal separator.</summary>
    public NumberFormat Other => this == Point ? Comma : Point;

    /// <summary>The format with this decimal separator, a point or a comma.</summary>
    public static NumberFormat Of(char decimalSeparator) => decimalSeparator == ',' ? Comma : Point;

    /// <summary>Reads a number that is finite.</summary>
    public bool TryParse(string text, out double number) => double.TryParse(text, NumberStyles.Float, _info, out number) && double.IsFinite(number);

    /// <summary>Reads a number that is finite as a <see cref="float"/>.</summary>
    public bool TryParse(string text, out float number) => float.TryParse(text, NumberStyles.Float, _info, out number) && float.IsFinite(number);

    /// <summary>Whether a text was meant as a number in this format, even if as none that is finite.</summary>
    public bool IsMeant(string text) => double.TryParse(text, NumberStyles.Float, _info, out _);

    /// <summary>The shortest text that reads as the same number; zero has no sign.</summary>
    public string Text(float number) => (number + 0f).ToString("R", _info);

    /// <summary>The shortest text that reads as the same number; zero has no sign.</summary>
    public string Text(double number) => (number + 0.0).ToString("R", _info);
}
