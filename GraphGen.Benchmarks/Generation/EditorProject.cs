using System.Collections.Immutable;
using System.Text;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Benchmarks.Generation;

/// <summary>
/// A project as an editor holds it: an edit replaces a file, and the generator runs incrementally. Emitted files whose text is as
/// before keep their syntax trees, as they do in an editor.
/// </summary>
internal sealed class EditorProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly SyntaxTree[] files;
    private readonly Dictionary<string, (SourceText Text, SyntaxTree Tree)> emitted = new(StringComparer.Ordinal);
    private CSharpCompilation compilation;
    private CSharpCompilation whole;
    private GeneratorDriver driver;

    /// <summary>Opens the project and runs the generator once.</summary>
    public EditorProject(IReadOnlyList<string> sources)
    {
        files = [.. sources.Select((source, file) => Parse(source, file))];
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        compilation = whole = CSharpCompilation.Create("Edited", files, References(), options);
        driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions).RunGenerators(compilation);
        Renew();
    }

    /// <summary>The project without what is emitted: what the generator sees.</summary>
    public CSharpCompilation Compilation => compilation;

    /// <summary>The project with what the last <see cref="Renew"/> took over: what analyzers see.</summary>
    public CSharpCompilation Whole => whole;

    /// <summary>The emitted files.</summary>
    public ImmutableArray<GeneratedSourceResult> Emitted => driver.GetRunResult().Results.Single().GeneratedSources;

    /// <summary>One of the project's files as it is now.</summary>
    public SyntaxTree File(int file) => files[file];

    /// <summary>Edits a file; parsing what the user typed is the editor's work and stands here.</summary>
    public void Replace(int file, string source)
    {
        SyntaxTree edited = Parse(source, file);
        compilation = compilation.ReplaceSyntaxTree(files[file], edited);
        whole = whole.ReplaceSyntaxTree(files[file], edited);
        files[file] = edited;
    }

    /// <summary>Runs the generator after an edit.</summary>
    public void Generate() => driver = driver.RunGenerators(compilation);

    /// <summary>Takes what the generator has made into <see cref="Whole"/>, and parses what is new in it.</summary>
    /// <returns>How many files are new or have another text.</returns>
    /// <exception cref="InvalidOperationException">The generator failed.</exception>
    public int Renew()
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } failure)
        {
            throw new InvalidOperationException("The generator failed.", failure);
        }

        var names = result.GeneratedSources.Select(file => file.HintName).ToHashSet(StringComparer.Ordinal);
        foreach (string gone in emitted.Keys.Where(name => !names.Contains(name)).ToArray())
        {
            whole = whole.RemoveSyntaxTrees(emitted[gone].Tree);
            emitted.Remove(gone);
        }

        GeneratedSourceResult[] changed =
            [.. result.GeneratedSources.Where(file => !emitted.TryGetValue(file.HintName, out var known) || known.Text != file.SourceText)];
        foreach (GeneratedSourceResult file in changed)
        {
            file.SyntaxTree.GetRoot();
            whole = emitted.TryGetValue(file.HintName, out var known)
                ? whole.ReplaceSyntaxTree(known.Tree, file.SyntaxTree)
                : whole.AddSyntaxTrees(file.SyntaxTree);
            emitted[file.HintName] = (file.SourceText, file.SyntaxTree);
        }

        return changed.Length;
    }

    private static IEnumerable<MetadataReference> References() =>
        CompilerReferences.Files().Select(path => MetadataReference.CreateFromFile(path));

    private static SyntaxTree Parse(string source, int file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, FormattableString.Invariant($"Edited{file}.cs"));
}
