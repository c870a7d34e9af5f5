namespace GraphGen;

/// <summary>Names of models and of their files: such that are a name, and never a path or a device, on every system.</summary>
internal static class ModelName
{
    private const int MostLetters = 64;
    private const int HashLetters = 16;
    private const string WeightsPrefix = "weights-";
    private const string WeightsExtension = ".safetensors";

    /// <summary>What names are made of, in words.</summary>
    public const string Rule = "1 to 64 lower-case letters, digits and hyphens, the first and the last no hyphen, but no device of Windows, as con, nul and com1 are";

    /// <summary>Whether a model may be called so.</summary>
    public static bool IsAllowed(string name) =>
        name is { Length: > 0 and <= MostLetters } && name[0] != '-' && name[^1] != '-'
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') && !IsDevice(name);

    /// <summary>Whether this is the name of a file in the model's own folder, which is not the card. Windows passes over dots at the end.</summary>
    public static bool IsFile(string name) =>
        name.Length > 0 && name[0] != '.' && name[^1] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        && !IsDevice(name) && !name.Equals(ModelSource.Card, StringComparison.OrdinalIgnoreCase);

    /// <summary>What weights are called when they are published.</summary>
    /// <param name="hash">Their SHA-256, in hexadecimal digits.</param>
    public static string OfWeights(string hash) => WeightsPrefix + hash[..HashLetters] + WeightsExtension;

    /// <summary>Whether weights could have been published under this name.</summary>
    public static bool IsOfWeights(string name) =>
        name.Length == WeightsPrefix.Length + HashLetters + WeightsExtension.Length
        && name.StartsWith(WeightsPrefix, StringComparison.Ordinal) && name.EndsWith(WeightsExtension, StringComparison.Ordinal)
        && name[WeightsPrefix.Length..^WeightsExtension.Length].All(char.IsAsciiHexDigitLower);

    /// <summary>Whether Windows opens a device by this name, whatever extensions it has.</summary>
    private static bool IsDevice(string name) => name.Split('.')[0].ToLowerInvariant() is var stem
        && (stem is "con" or "nul" or "aux" or "prn" || stem is ['c', 'o', 'm', >= '0' and <= '9'] or ['l', 'p', 't', >= '0' and <= '9']);
}
