using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Analyzers;

/// <summary>Shows what GraphGen.Model's rules find in a declaration, at the place in the source where it stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!DeclaredAttribute.IsOn(type))
        {
            return;
        }

        Validation validation = Validator.Check(DeclarationReader.Read(type, context.CancellationToken));
        if (validation.Problems.Count == 0)
        {
            ReportNotEmitted(context, type, validation);
            return;
        }

        var places = new PlaceFinder(type, context.CancellationToken);
        foreach (Problem problem in validation.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleCatalogue.ById[problem.RuleId], places.Find(problem.Place), [.. problem.Arguments]));
        }
    }

    /// <summary>
    /// An analyzer sees more than a generator does: constants in generated code. Where only it can make sense of a declaration,
    /// the generator was silent and the class lacks the interface that all networks have.
    /// </summary>
    private static void ReportNotEmitted(SymbolAnalysisContext context, INamedTypeSymbol type, Validation validation)
    {
        if (validation.Network is not null && !type.AllInterfaces.Any(IsNetwork))
        {
            var place = new PlaceFinder(type, context.CancellationToken).Find(new Place.OnClass(0));
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalogue.ById[RuleIds.NotEmitted], place, type.Name));
        }
    }

    private static bool IsNetwork(INamedTypeSymbol candidate) =>
        candidate is { Name: "INetwork", ContainingNamespace: { Name: "Execution", ContainingNamespace.Name: "GraphGen" } };
}
