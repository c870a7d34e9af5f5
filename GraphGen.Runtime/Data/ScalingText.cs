using System.Globalization;

namespace GraphGen;

/// <summary>
/// Scalings as text: <c>standardization means 1 2.5 deviations 0.5 3</c> or <c>min-max low 0 high 1 minima 1 2.5 maxima 3 4</c>. Numbers are the
/// shortest decimals that read back as the same bits.
/// </summary>
internal static class ScalingText
{
    private const string StandardizationName = "standardization";
    private const string MinMaxName = "min-max";

    public static string Of(Standardization scaling) =>
        $"{StandardizationName} means {Numbers(scaling.Means)} deviations {Numbers(scaling.Deviations)}";

    public static string Of(MinMaxScaling scaling) =>
        $"{MinMaxName} low {Numbers([scaling.Low])} high {Numbers([scaling.High])} minima {Numbers(scaling.Minima)} maxima {Numbers(scaling.Maxima)}";

    public static FeatureScaling Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        try
        {
            return Parse(words);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"The text of a scaling has figures that cannot be: {exception.Message}", exception);
        }
    }

    private static FeatureScaling Parse(Queue<string> words)
    {
        words.TryDequeue(out string? kind);
        FeatureScaling scaling = kind switch
        {
            StandardizationName => new Standardization(Figures(words, "means"), Figures(words, "deviations")),
            MinMaxName => new MinMaxScaling(
                low: Figure(words, "low"), high: Figure(words, "high"), minima: Figures(words, "minima"), maxima: Figures(words, "maxima")),
            _ => throw Invalid($"'{StandardizationName}' or '{MinMaxName}'", kind),
        };
        return words.TryDequeue(out string? more) ? throw Invalid("a number or the end", more) : scaling;
    }

    private static double Figure(Queue<string> words, string name) =>
        Figures(words, name) is [double figure] ? figure : throw Invalid($"one number after '{name}'", "several or none");

    private static double[] Figures(Queue<string> words, string name)
    {
        if (!words.TryDequeue(out string? found) || found != name)
        {
            throw Invalid($"'{name}'", found);
        }

        var figures = new List<double>();
        while (words.TryPeek(out string? word) && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double figure))
        {
            figures.Add(figure);
            words.Dequeue();
        }

        return [.. figures];
    }

    private static string Numbers(ReadOnlySpan<double> numbers) =>
        string.Join(' ', numbers.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static FormatException Invalid(string expected, string? found) => new(
        $"The text of a scaling has {(found is null ? "its end" : $"'{found}'")} where {expected} is expected: pass what FeatureScaling.ToText returned.");
}
