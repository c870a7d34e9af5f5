using System.Globalization;

namespace GraphGen.Model;

/// <summary>Computed numbers for messages, to two significant digits and the same under every culture.</summary>
internal static class Figure
{
    /// <summary><c>0.72</c>, <c>1.4</c>, <c>28</c>, <c>150</c>; <c>5.9e-07</c> and <c>3.1e+05</c> beyond that.</summary>
    /// <param name="value">A finite number, 0 or more.</param>
    public static string Of(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        string scientific = value.ToString("0.0e+00", CultureInfo.InvariantCulture);
        double rounded = double.Parse(scientific, CultureInfo.InvariantCulture);
        return rounded is >= 0.001 and < 10_000 ? rounded.ToString("0.####", CultureInfo.InvariantCulture) : scientific;
    }
}
