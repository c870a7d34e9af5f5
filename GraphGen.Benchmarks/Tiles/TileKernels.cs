using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>A panel of the forward product: <c>result = bias + left · right</c>.</summary>
internal delegate void ForwardKernel(ref float left, int inner, ref float right, ref float bias, ref float result, int stride, int rows);

/// <summary>A panel of the weight gradient: <c>gradient = inputᵀ · slope</c>.</summary>
internal delegate void WeightGradientKernel(ref float input, ref float slope, int stride, int rows, int inputs, ref float gradient);

/// <summary>The kernels of one shape of tile, compiled in memory.</summary>
/// <param name="Candidate">The shape.</param>
/// <param name="Forward">The forward product.</param>
/// <param name="WeightGradient">The weight gradient.</param>
internal sealed record TileKernels(TileCandidate Candidate, ForwardKernel Forward, WeightGradientKernel WeightGradient)
{
    /// <summary>Emits, compiles and loads the kernels of all candidates.</summary>
    /// <exception cref="InvalidOperationException">The emitted text does not compile.</exception>
    public static IReadOnlyList<TileKernels> Compile(Target target, IReadOnlyCollection<TileCandidate> candidates)
    {
        SyntaxTree file = CSharpSyntaxTree.ParseText(
            SourceText.From(TileSource.Write(target, candidates), Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest), "Tiles.cs");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create("GraphGen.Benchmarks.Tiles.Emitted", [file], References(), options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException("The emitted tiles do not compile:\n" + string.Join('\n', result.Diagnostics));
        }

        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(image);
        return [.. candidates.Select(candidate => Bind(assembly.GetType(TileSource.NameOf(candidate.Shape))!, candidate))];
    }

    private static TileKernels Bind(Type type, TileCandidate candidate) => new(
        candidate,
        type.GetMethod("Forward")!.CreateDelegate<ForwardKernel>(),
        type.GetMethod("WeightGradient")!.CreateDelegate<WeightGradientKernel>());

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(InputAttribute).Assembly.Location)
        .Distinct(StringComparer.Ordinal)
        .Select(path => MetadataReference.CreateFromFile(path));
}
