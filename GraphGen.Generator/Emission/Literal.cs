using System.Globalization;

namespace GraphGen.Generator.Emission;

/// <summary>Numbers as C# text, the same under every culture.</summary>
internal static class Literal
{
    /// <summary>The float nearest to a number, as the shortest literal that gives it back.</summary>
    public static string Float(double number)
    {
        string text = ((float)number).ToString("R", CultureInfo.InvariantCulture);
        return (float.Parse(text, CultureInfo.InvariantCulture) == (float)number ? text : ((float)number).ToString("G9", CultureInfo.InvariantCulture)) + "f";
    }

    public static string Double(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "d";

    public static string Int(long number) => number.ToString(CultureInfo.InvariantCulture);
}
