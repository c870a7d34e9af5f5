using System.Globalization;

namespace GraphGen.Model;

/// <summary>Numbers for messages, the same under every culture.</summary>
internal static class Text
{
    /// <summary>A value as C# writes it, with every digit that tells it from its neighbours.</summary>
    public static string Number(object? value) => value is double number
        ? number.ToString("R", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";

    /// <summary>A number as one types it into source: <c>1e-4</c> and not <c>1E-04</c>.</summary>
    public static string Literal(double value) => Number(value).Replace("E-0", "e-").Replace("E", "e");

    /// <summary>A count with its thousands apart.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
