using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Analyzers;

/// <summary>Shows what GraphGen.Model's rules find in a type with features or labels, at the place in the source where it stands.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Records;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(RecordAttribute.Marker) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!RecordAttribute.IsIn(type))
        {
            return;
        }

        RecordValidation validation = RecordValidator.Check(RecordReader.Read(type, context.CancellationToken));
        var places = new RecordPlaceFinder(type, context.CancellationToken);
        foreach (Problem problem in validation.Problems)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleCatalogue.RecordsById[problem.RuleId], places.Find(problem.Place), [.. problem.Arguments]));
        }

        // An analyzer sees more than a generator does: types and constants in generated code. Only here does the declaration make sense.
        if (validation.Record is not null && !type.Interfaces.Any(IsEmitted))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleCatalogue.RecordsById[RuleIds.RecordNotEmitted], places.Find(new Place.OnClass(0)), type.Name));
        }
    }

    private static bool IsEmitted(INamedTypeSymbol candidate) =>
        candidate is
        {
            Name: "IFeatureRecord" or "ILabelledRecord" or "ITargetRecord",
            ContainingNamespace: { Name: AttributeKinds.Namespace, ContainingNamespace.IsGlobalNamespace: true },
        };
}
