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

        // File names ignore case: a network whose name differs from an earlier one's in case alone gets a number.
        IncrementalValueProvider<EquatableArray<string>> names = networks.Select(static (network, _) => FullName(network)).Collect()
            .Select(static (all, _) => new EquatableArray<string>(all));
        IncrementalValuesProvider<(NetworkSpec Network, string Suffix)> named = networks.Combine(names)
            .Select(static (pair, _) => (pair.Left, Suffix(FullName(pair.Left), pair.Right)));

        context.RegisterSourceOutput(named, static (output, pair) =>
        {
            foreach (SourceFile file in Compiler.Compile(pair.Network, pair.Suffix))
            {
                output.AddSource(file.HintName, file.Text);
            }
        });
    }

    private static string FullName(NetworkSpec network) => string.Join(".", network.ContainingTypes.Prepend(network.Namespace).Append(network.Name));

    private static string Suffix(string name, EquatableArray<string> all)
    {
        int earlier = all.TakeWhile(other => other != name).Count(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
        return earlier == 0 ? "" : "." + (earlier + 1);
    }
}
