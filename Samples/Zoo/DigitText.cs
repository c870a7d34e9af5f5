using System.Text;

/// <summary>Digits as text: as characters are twice as high as wide, one stands for two pixels above each other.</summary>
internal static class DigitText
{
    private const int Side = 28;
    private const string Shades = " .:-=+*#%@";

    /// <summary>Two digits of 28 x 28 pixels in [0, 1].</summary>
    public static string SideBySide(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var text = new StringBuilder();
        for (int row = 0; row < Side; row += 2)
        {
            text.Append(("    " + Line(left, row) + "    " + Line(right, row)).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(ReadOnlySpan<float> digit, int row)
    {
        var line = new StringBuilder();
        for (int column = 0; column < Side; column++)
        {
            float ink = (digit[(row * Side) + column] + digit[((row + 1) * Side) + column]) / 2;
            line.Append(Shades[(int)Math.Round(ink * (Shades.Length - 1))]);
        }

        return line.ToString();
    }
}
