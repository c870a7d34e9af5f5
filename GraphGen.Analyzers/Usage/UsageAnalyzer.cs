using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Analyzers.Usage;

/// <summary>
/// Finds calls of emitted methods that compile and cannot work, as far as constants tell. What the run time accepts is never reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalogue.Usage;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(UsedNetwork.Interface) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
                start.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        switch (call.TargetMethod.Name)
        {
            case "Predict" or "PredictSamples" or "Encode" or "Decode" or "ComputeGradients" or "ComputeInputGradients" or "Forward" or "Backward":
                Report(context, network => PartialRows.Find(call, network));
                break;
            case "TrainStep":
                Report(context, network => PartialRows.Find(call, network).Concat(UnusualRates.InArguments(call, network, context.CancellationToken)));
                break;
            case "ApplyGradients":
                Report(context, network => UnusualRates.InArguments(call, network, context.CancellationToken));
                break;
            case "Fit":
                Report(context, network => UnfitDatasets.Find(call, network).Concat(UnusualRates.InOptions(call, network, context.CancellationToken)));
                break;
            case "Evaluate" or "Inspect" or "Find":
                Report(context, network => UnfitDatasets.Find(call, network));
                break;
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in UnmatchedAdversaries.Find((IObjectCreationOperation)context.Operation))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Report(OperationAnalysisContext context, Func<UsedNetwork, IEnumerable<Diagnostic>> find)
    {
        if (UsedNetwork.In((IInvocationOperation)context.Operation) is { } network)
        {
            foreach (Diagnostic diagnostic in find(network))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
