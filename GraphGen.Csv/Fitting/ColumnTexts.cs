using System.Collections.Frozen;

namespace GraphGen;

/// <summary>What the options say of a column.</summary>
internal static class ColumnTexts
{
    /// <summary>The texts that mean there that a value is missing.</summary>
    public static FrozenSet<string> Missing(string name, CsvOptions options) => options.MissingTexts
        .Concat(options.MissingTextsOf.TryGetValue(name, out IReadOnlyList<string>? more) ? more : [])
        .Select(text => text.Trim())
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is to be done with them.</summary>
    public static MissingValues Treatment(string name, CsvOptions options) =>
        options.MissingOf.TryGetValue(name, out MissingValues? own) ? own : options.Missing;

    /// <summary>The column as one to be predicted.</summary>
    /// <exception cref="ArgumentException">It is to be filled.</exception>
    public static PredictedColumn Predicted(string name, CsvOptions options)
    {
        MissingTreatment treatment = Treatment(name, options).Treatment;
        return treatment is MissingTreatment.Refuse or MissingTreatment.DropRow || !options.MissingOf.ContainsKey(name)
            ? new PredictedColumn(name, Missing(name, options), Drops: treatment == MissingTreatment.DropRow)
            : throw new ArgumentException(
                $"{nameof(CsvOptions.MissingOf)} fills '{name}', which is to be predicted: choose {nameof(MissingValues.Refuse)} or {nameof(MissingValues.DropRow)}.", nameof(options));
    }
}
