namespace GraphGen;

/// <summary>A column of what is to be predicted: classes or numbers. It is never filled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Missing">Which values are missing; they are refused unless their rows are dropped.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record PredictedColumn(string Name, MissingRule Missing, NumberFormat Numbers)
{
    /// <summary>The column as the options want it.</summary>
    /// <exception cref="ArgumentException">It is to be filled.</exception>
    public static PredictedColumn Of(string name, CsvOptions options)
    {
        var missing = MissingRule.Of(name, options);
        bool isFilled = missing.Treatment.Kind is not (MissingTreatment.Refuse or MissingTreatment.DropRow);
        return isFilled && options.MissingOf.ContainsKey(name)
            ? throw new ArgumentException(
                $"{nameof(CsvOptions.MissingOf)} fills '{name}', which is to be predicted: choose {nameof(MissingValues.Refuse)} or {nameof(MissingValues.DropRow)}.", nameof(options))
            : new PredictedColumn(name, isFilled ? missing with { Treatment = MissingValues.Refuse } : missing, NumberFormat.Of(options.DecimalSeparator));
    }

    /// <summary>Checks that the value is there.</summary>
    /// <exception cref="CsvFormatException">It is missing.</exception>
    public void Require(string text)
    {
        if (Missing.IsMissing(text))
        {
            throw new CsvFormatException(
                $"what is to be predicted is missing ('{text}'): fill it in, or set {nameof(CsvOptions.Missing)} of the options to {nameof(MissingValues)}.{nameof(MissingValues.DropRow)}.",
                column: Name);
        }
    }

    /// <summary>The number to predict.</summary>
    /// <exception cref="CsvFormatException">It is missing or no number.</exception>
    public float Target(string text)
    {
        Require(text);
        return Numbers.TryParse(text, out float target) ? target : throw new CsvFormatException(
            $"'{text}' is no number that a float holds, but this is a target: {NumberLikeText.Repair(text, Numbers)}, "
            + $"or name the column as {nameof(CsvOptions.LabelColumn)} if it holds classes.",
            column: Name);
    }

    /// <summary>The number of the class.</summary>
    /// <exception cref="CsvFormatException">It is missing or an unknown class.</exception>
    public int Label(string text, CategorySet classes)
    {
        Require(text);
        int label = classes.IndexOf(text);
        return label >= 0 ? label : throw new CsvFormatException(
            $"'{text}' is none of the classes that are known: {FieldText.List(classes.Names)}. Correct it, or fit the encoding on a file that has it.", column: Name);
    }
}
