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
            return;
        }

        var places = new PlaceFinder(type, context.CancellationToken);
        foreach (Problem problem in validation.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleCatalogue.ById[problem.RuleId], places.Find(problem.Place), [.. problem.Arguments]));
        }
    }
}
