using System.Diagnostics;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Benchmarks.Generation;

/// <summary>Builds a small project inside this process, as a compiler server does that has been at work for a while.</summary>
internal sealed class WarmBuild
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly MetadataReference[] references = [.. CompilerReferences.Files().Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Parses the sources, runs the generator over them, compiles everything and writes the assembly into memory.</summary>
    /// <returns>The seconds of all this.</returns>
    /// <exception cref="InvalidOperationException">The project does not compile.</exception>
    public double Run(IEnumerable<string> sources)
    {
        long start = Stopwatch.GetTimestamp();
        var compilation = CSharpCompilation.Create(
            "Built",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
            references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var assembly = new MemoryStream();
        var result = generated.Emit(assembly);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result.Success ? seconds : throw new InvalidOperationException($"The project does not compile: {result.Diagnostics[0]}");
    }
}
