namespace GraphGen.Benchmarks.Generation;

/// <summary>
/// The assemblies that a compiled project references: this process's own framework, which stands in for the reference
/// assemblies, and GraphGen's runtime.
/// </summary>
internal static class CompilerReferences
{
    /// <summary>Their files.</summary>
    public static IEnumerable<string> Files() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(InputAttribute).Assembly.Location)
        .Distinct(StringComparer.Ordinal);
}
