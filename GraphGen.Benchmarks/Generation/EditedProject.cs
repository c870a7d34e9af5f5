using System.Text;
using GraphGen.Generator;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Benchmarks.Generation;

/// <summary>A project with one declaration, as an editor holds it: an edit replaces the file, and the generator runs incrementally.</summary>
internal sealed class EditedProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly TenLayers declaration;
    private CSharpCompilation compilation;
    private SyntaxTree file;
    private GeneratorDriver driver;
    private int edits;

    /// <summary>Opens the project and runs the generator once.</summary>
    public EditedProject(TenLayers declaration)
    {
        this.declaration = declaration;
        file = Parse(0);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        compilation = CSharpCompilation.Create("Edited", [file], References(), options);
        driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGenerators(compilation);
        EmittedBytes = BytesOf(driver);
    }

    /// <summary>Size of all emitted files of the unedited declaration, in UTF-8.</summary>
    public long EmittedBytes { get; }

    /// <summary>The declaration as the compiler sees it.</summary>
    public NetworkSpec Specification() =>
        Validator.Check(DeclarationReader.Read(compilation.GetTypeByMetadataName("Edited")!, CancellationToken.None)).Network
        ?? throw new InvalidOperationException($"The declaration of {declaration.Name} is in error, so nothing can be measured with it.");

    /// <summary>Changes a width; parsing what the user typed is the editor's work and stands here.</summary>
    public void Edit()
    {
        edits++;
        SyntaxTree edited = Parse(edits);
        compilation = compilation.ReplaceSyntaxTree(file, edited);
        file = edited;
    }

    /// <summary>Runs the generator after an edit. This is what is timed.</summary>
    public void Generate() => driver = driver.RunGenerators(compilation);

    /// <summary>Asserts that the last run emitted the network, edited as it is.</summary>
    /// <exception cref="InvalidOperationException">It failed, or emitted something else.</exception>
    public void AssertGenerated()
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } failure)
        {
            throw new InvalidOperationException($"The generator failed after edit {edits} of {declaration.Name}.", failure);
        }

        string expected = FormattableString.Invariant($"Dense({declaration.EditedWidth(edits)}, ");
        if (!result.GeneratedSources.Any(source => source.SourceText.ToString().Contains(expected, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"The generator emitted no '{expected}...' after edit {edits} of {declaration.Name}.");
        }
    }

    private static long BytesOf(GeneratorDriver driver) =>
        driver.GetRunResult().GeneratedTrees.Sum(tree => (long)Encoding.UTF8.GetByteCount(tree.ToString()));

    private static IEnumerable<MetadataReference> References() =>
        CompilerReferences.Files().Select(path => MetadataReference.CreateFromFile(path));

    private SyntaxTree Parse(int edit) =>
        CSharpSyntaxTree.ParseText(SourceText.From(declaration.Source(edit), Encoding.UTF8), ParseOptions, "Edited.cs");
}
