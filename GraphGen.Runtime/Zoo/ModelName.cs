namespace GraphGen;

/// <summary>Names of models and of their files: such that are a name, and never a path, on every system.</summary>
internal static class ModelName
{
    private const int MostLetters = 64;

    /// <summary>What names are made of, in words.</summary>
    public const string Rule = "1 to 64 lower-case letters, digits and hyphens, the first and the last no hyphen";

    /// <summary>Whether a model may be called so.</summary>
    public static bool IsAllowed(string name) =>
        name is { Length: > 0 and <= MostLetters } && name[0] != '-' && name[^1] != '-' && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Whether this is the name of a file in the model's own folder.</summary>
    public static bool IsFile(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
