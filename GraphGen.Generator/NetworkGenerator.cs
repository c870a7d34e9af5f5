using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Generator;

/// <summary>
/// Turns every class marked by <c>[Input]</c> into a network. Reading and judging happen in GraphGen.Model; a declaration
/// in error yields no code here, and GraphGen.Analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The step whose result decides whether anything behind it runs again.</summary>
    public const string NetworkSpecStep = "NetworkSpec";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkSpec> networks = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeKinds.Marker,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) =>
                    Validator.Check(DeclarationReader.Read((INamedTypeSymbol)found.TargetSymbol, cancellation)).Network)
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(NetworkSpecStep);

        context.RegisterSourceOutput(networks, static (output, network) =>
        {
            foreach (SourceFile file in Compiler.Compile(network))
            {
                output.AddSource(file.HintName, file.Text);
            }
        });
    }
}
