using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using GraphGen.Analyzers;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Tests.Compilation;

/// <summary>Compiles C# text against this process's own framework and GraphGen's runtime, with and without the generator.</summary>
internal static class TestCompilation
{
    /// <summary>How test sources are parsed: as a user's project of this repository's language version is.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // No reference assemblies for net10.0 restore, so the running framework's own assemblies stand in for them.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll"
                    or "GraphGen.Csv.dll" or "GraphGen.Reporting.dll" or "GraphGen.Zoo.dll" or "Spectre.Console.dll")
            .Append(typeof(InputAttribute).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>All analyzers that GraphGen has, as a project gets them.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly string ImplicitUsings = string.Concat(
        new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks" }
            .Select(name => $"global using {name};\n"));

    /// <summary>A library of these sources, called <c>Source0.cs</c>, <c>Source1.cs</c> and so on, with implicit usings.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create(OutputKind.DynamicallyLinkedLibrary, sources);

    /// <summary>A program or library of these sources.</summary>
    public static CSharpCompilation Create(OutputKind kind, params string[] sources) => CSharpCompilation.Create(
        "GraphGen.Tests.Compiled",
        [Parse(ImplicitUsings, "ImplicitUsings.cs"), .. sources.Select((source, index) => Parse(source, $"Source{index}.cs"))],
        References,
        new CSharpCompilationOptions(
            kind, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    /// <summary>Parses one file.</summary>
    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), ParseOptions, path);

    /// <summary>A driver that runs GraphGen's generator and keeps why each step ran.</summary>
    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator over <paramref name="compilation"/>; fails where it throws or reports anything.</summary>
    /// <returns>The compilation with what was emitted, and the emitted files.</returns>
    /// <exception cref="InvalidOperationException">The generator failed.</exception>
    public static (CSharpCompilation Compilation, ImmutableArray<GeneratedSourceResult> Files) Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            throw new InvalidOperationException($"The generator threw: {exception}", exception);
        }

        ThrowOnAny(diagnostics, "The generator reported");
        return ((CSharpCompilation)updated, result.GeneratedSources);
    }

    /// <summary>
    /// Runs the generator over <paramref name="sources"/>, compiles everything and loads it. Any warning fails, in the emitted code
    /// as in the sources, and is shown with the line it stands on. Only the emitted code must document its public members.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something did not compile without warnings.</exception>
    public static Assembly Load(params string[] sources) => Load(Generate(Create(sources)).Compilation);

    /// <summary>Compiles and loads <paramref name="compilation"/>; any warning fails.</summary>
    /// <exception cref="InvalidOperationException">Something did not compile without warnings.</exception>
    public static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        ThrowOnAny(
            result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsExcused(diagnostic)),
            "The compiler reported");
        image.Position = 0;

        // A context of its own shares GraphGen's runtime with the tests and lets compilations of one name live side by side.
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }

    /// <summary>What GraphGen's analyzers find in <paramref name="compilation"/> in source order; fails where one throws.</summary>
    /// <exception cref="InvalidOperationException">An analyzer threw.</exception>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        ThrowOnAny(found.Where(diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)), "An analyzer failed");
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static void ThrowOnAny(IEnumerable<Diagnostic> diagnostics, string what)
    {
        string[] lines = [.. diagnostics.Select(diagnostic => $"{diagnostic}\n    {LineOf(diagnostic)}")];
        if (lines.Length > 0)
        {
            throw new InvalidOperationException($"{what}:\n{string.Join('\n', lines)}");
        }
    }

    private static bool IsExcused(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.StartsWith("Source", StringComparison.Ordinal);

    private static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
