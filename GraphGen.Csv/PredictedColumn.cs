using System.Collections.Frozen;

namespace GraphGen;

/// <summary>A column of what is to be predicted: classes or numbers. It is never filled.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MissingTexts">The texts that mean that the value is missing.</param>
/// <param name="Drops">Whether rows without the value are left out instead of refused.</param>
internal sealed record PredictedColumn(string Name, FrozenSet<string> MissingTexts, bool Drops)
{
    /// <summary>Whether a row with this text is to be left out.</summary>
    public bool DropsRow(string text) => Drops && MissingTexts.Contains(text);

    /// <summary>Checks that the value is there.</summary>
    /// <exception cref="CsvFormatException">It is missing.</exception>
    public void Require(string text)
    {
        if (MissingTexts.Contains(text))
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
        return FieldNumber.TryParse(text, out float target) ? target : throw new CsvFormatException(
            $"'{text}' is no number that a float holds, but this is a target: correct it, or name the column as {nameof(CsvOptions.LabelColumn)} if it holds classes.",
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
