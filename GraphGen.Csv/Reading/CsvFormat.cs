namespace GraphGen;

/// <summary>How the text of a table is divided, and how its numbers are written.</summary>
/// <param name="Delimiter">What separates fields; null to be found out.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Comment">With what comments begin; null for no comments.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record CsvFormat(char? Delimiter, bool HasHeader, char? Comment, NumberFormat Numbers)
{
    /// <summary>What the options say.</summary>
    /// <exception cref="ArgumentException">A character has two meanings.</exception>
    public static CsvFormat Of(CsvOptions options)
    {
        if (options.Comment is { } comment && comment == options.Delimiter)
        {
            throw new ArgumentException($"'{comment}' cannot both separate fields and begin comments.");
        }

        return options.DecimalSeparator != options.Delimiter
            ? new CsvFormat(options.Delimiter, options.HasHeader, options.Comment, NumberFormat.Of(options.DecimalSeparator))
            : throw new ArgumentException($"'{options.DecimalSeparator}' cannot separate both fields and the fractions of numbers: set Delimiter and DecimalSeparator to different characters.");
    }
}
