using System.Collections.Immutable;
using System.Composition;
using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GraphGen.CodeFixes;

/// <summary>Offers the repairs that the rules know, one by one or all of a rule in a document, a project or the solution.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairProvider))]
[Shared]
public sealed class RepairProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        RuleIds.NotPartial,
        RuleIds.NoInput,
        RuleIds.OutputDoesNotFitLoss,
        RuleIds.AmbiguousTraining,
        RuleIds.UnsuitableClass,
        RuleIds.UnknownLayer,
        RuleIds.UnfitTie,
        RuleIds.NotForMachines,
        RuleIds.SaturatingWithHe,
        RuleIds.RectifierWithoutHe,
        RuleIds.SeluWithoutLeCun,
        RuleIds.EqualInitialWeights,
        RuleIds.UnstableSignal,
        RuleIds.ActivationOfTheLoss,
        RuleIds.ActivationOnLogits,
        RuleIds.LimitedRegression,
        RuleIds.RepeatedActivation,
        RuleIds.LinearHiddenLayer,
        RuleIds.ArgumentWithoutEffect,
        RuleIds.BiasBeforeBatchNorm,
        RuleIds.DropoutBeforeBatchNorm,
        RuleIds.SeluWithBatchNorm,
        RuleIds.SeluWithDropout,
        RuleIds.AlphaDropoutWithoutSelu,
        RuleIds.DropoutOfOutputs,
        RuleIds.NormalizedLogits,
        RuleIds.PenaltyUnderAdam,
        RuleIds.InvertedMomentum,
        RuleIds.RepeatedLayer,
        RuleIds.DeepAdaGrad,
        RuleIds.NothingToTrain,
        RuleIds.RateAsHyperparameter,
        RuleIds.DivergentBetas,
        RuleIds.RecordNotPartial,
        RuleIds.UnsuitableRecord,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new RepairAllProvider();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (MendingFinder.Find(diagnostic, model, context.CancellationToken) is { } mending)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        mending.Repair.Title,
                        cancellation => DeclarationEditor.ApplyAsync(context.Document.Project.Solution, [mending], cancellation),
                        equivalenceKey: diagnostic.Id),
                    diagnostic);
            }
        }
    }
}
