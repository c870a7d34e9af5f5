using GraphGen.Generator.Emission;
using GraphGen.Generator.Records;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Generator;

/// <summary>
/// Turns every class marked by <c>[Input]</c> or <c>[Rbm]</c> into a network, and by <see cref="RecordPipeline"/> every type with <c>[Feature]</c> members into
/// rows of data. Reading and judging happen in GraphGen.Model; a declaration
/// in error yields no code here, and GraphGen.Analyzers say why.
/// </summary>
/// <remarks>
/// After every keystroke the compiler reads all declarations again, since a name in them may mean something else now. Each step behind
/// the reading runs only for what has changed: the rules for a declaration, the compiler for a network, an output for a file.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads declarations. Nothing behind it runs again for one that says the same as before.</summary>
    public const string DeclarationStep = "Declaration";

    /// <summary>The step that judges declarations: the networks of those without an error.</summary>
    public const string NetworkSpecStep = "NetworkSpec";

    /// <summary>The step that compiles networks. A file with the same text as before is the same file to the compiler.</summary>
    public const string SourceFileStep = "SourceFile";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkSpec> networks = MarkedBy(AttributeKinds.Marker, context), machines = MarkedBy(AttributeKinds.MachineMarker, context);
        IncrementalValueProvider<EquatableArray<string>> names = Names(networks).Combine(Names(machines))
            .Select(static (all, _) => new EquatableArray<string>(all.Left.Concat(all.Right)));
        Output(networks, names, context);
        Output(machines, names, context);
        RecordPipeline.Initialize(context);
    }

    private static IncrementalValuesProvider<NetworkSpec> MarkedBy(string attribute, IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, cancellation) => DeclarationReader.Read((INamedTypeSymbol)found.TargetSymbol, cancellation))
        .WithTrackingName(DeclarationStep)
        .Select(static (declaration, _) => Validator.Check(declaration).Network)
        .Where(static network => network is not null)
        .Select(static (network, _) => network!)
        .WithTrackingName(NetworkSpecStep);

    private static IncrementalValueProvider<EquatableArray<string>> Names(IncrementalValuesProvider<NetworkSpec> networks) =>
        networks.Select(static (network, _) => NetworkEmitter.HintOf(network)).Collect().Select(static (all, _) => new EquatableArray<string>(all));

    /// <summary>
    /// Adds the files of all networks. Their names ignore case: a network gets a number where they would be those of an earlier one, or begin like all
    /// those of another.
    /// </summary>
    private static void Output(
        IncrementalValuesProvider<NetworkSpec> networks, IncrementalValueProvider<EquatableArray<string>> names, IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SourceFile> files = networks.Combine(names)
            .Select(static (pair, _) => (Network: pair.Left, Suffix: Suffix(NetworkEmitter.HintOf(pair.Left), pair.Right)))
            .SelectMany(static (pair, _) => Compiler.Compile(pair.Network, pair.Suffix))
            .WithTrackingName(SourceFileStep);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.HintName, file.Text));
    }

    private static string Suffix(string name, EquatableArray<string> all)
    {
        int others = all.TakeWhile(other => other != name).Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))
            + all.Count(other => name.StartsWith(other + ".", StringComparison.OrdinalIgnoreCase));
        return others == 0 ? "" : "." + (others + 1);
    }
}
