namespace GraphGen;

/// <summary>How the text of a table is divided.</summary>
/// <param name="Delimiter">What separates fields; null to be found out.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Comment">With what comments begin; null for no comments.</param>
internal sealed record CsvFormat(char? Delimiter, bool HasHeader, char? Comment);
