using System.Collections.Frozen;

namespace GraphGen;

/// <summary>Which texts of a column mean that a value is missing, and what is to be done then.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Treatment">What is to be done.</param>
internal sealed record MissingRule(FrozenSet<string> Texts, MissingValues Treatment)
{
    /// <summary>Whether rows in which the value is missing are left out.</summary>
    public bool DropsRows => Treatment.Kind == MissingTreatment.DropRow;

    /// <summary>What the options say of a column. A text that has a place in its order is a value.</summary>
    public static MissingRule Of(string column, CsvOptions options)
    {
        IEnumerable<string> texts = options.MissingTexts
            .Except(options.OrdinalColumns.GetValueOrDefault(column, []), StringComparer.Ordinal)
            .Concat(options.MissingTextsOf.GetValueOrDefault(column, []));
        return new MissingRule(texts.ToFrozenSet(StringComparer.Ordinal), options.MissingOf.GetValueOrDefault(column, options.Missing));
    }

    /// <summary>Whether the value is missing; null always is.</summary>
    public bool IsMissing(string? text) => text is null || Texts.Contains(text);
}
