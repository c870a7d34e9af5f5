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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Declarations;

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

        Declaration declaration = DeclarationReader.Read(type, context.CancellationToken);
        Validation validation = Validator.Check(declaration);
        if (validation.Network is not { } network)
        {
            Report(context, type, validation.Problems);
        }
        else if (type.AllInterfaces.Any(IsNetwork))
        {
            Report(context, type, Advisor.Judge(declaration, network));
        }
        else
        {
            // An analyzer sees more than a generator does: constants in generated code. Only here does the declaration make sense.
            Report(context, type, new([Problem.Of(RuleIds.NotEmitted, new Place.OnClass(0), type.Name)]));
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, EquatableArray<Problem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        var places = new PlaceFinder(type, context.CancellationToken);
        foreach (Problem problem in problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleCatalogue.ById[problem.RuleId], places.Find(problem.Place), [.. problem.Arguments]));
        }
    }

    private static bool IsNetwork(INamedTypeSymbol candidate) =>
        candidate is { Name: "INetwork", ContainingNamespace: { Name: "Execution", ContainingNamespace.Name: "GraphGen" } };
}
