namespace GraphGen.Generator.Graph;

/// <summary>Spelling of identifiers.</summary>
internal static class Names
{
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string PascalCase(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
