using GraphGen.Tests.Compilation;

namespace GraphGen.Tests.Emission;

/// <summary>The text that the generator emits.</summary>
internal static class Emitted
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> LazyFiles = new(() => Emit(Declarations.All));

    /// <summary>What is emitted for <see cref="Declarations.All"/>, by file name.</summary>
    public static IReadOnlyDictionary<string, string> Files => LazyFiles.Value;

    /// <summary>The files emitted for <paramref name="sources"/>, by name and in ordinal order of their names.</summary>
    public static IReadOnlyDictionary<string, string> Emit(params string[] sources)
    {
        var files = TestCompilation.Generate(TestCompilation.Create(sources)).Files;
        return new SortedDictionary<string, string>(
            files.ToDictionary(file => file.HintName, file => file.SourceText.ToString()), StringComparer.Ordinal);
    }
}
