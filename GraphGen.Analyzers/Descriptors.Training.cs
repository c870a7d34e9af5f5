using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG4xxx: loss, optimizer and training.</summary>
internal static partial class Descriptors
{
    private const string TrainingCategory = "GraphGen.Training";

    private static readonly DiagnosticDescriptor DeepAdaGrad = new(
        RuleIds.DeepAdaGrad,
        "AdaGrad stops early on deep networks",
        "[AdaGrad] divides by the sum of all squared gradients so far, and with {0} hidden layers its steps die out before the "
        + "training is done: use [RmsProp] or [Adam]",
        TrainingCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "AdaGrad never forgets a gradient, so its steps only shrink. RMSProp and Adam take a running mean instead.",
        HelpLink(RuleIds.DeepAdaGrad));

    private static readonly DiagnosticDescriptor RegressionOnSoftmax = new(
        RuleIds.RegressionOnSoftmax,
        "Probabilities are learned by cross-entropy",
        "[{0}] on the softmax of '{1}' hardly corrects outputs that are sure and wrong: leave out the softmax and declare "
        + "[SoftmaxCrossEntropy], which applies it itself",
        TrainingCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Where a softmax saturates, the gradient of a squared or absolute error vanishes. Cross-entropy's is the plain difference of "
        + "probability and label.",
        HelpLink(RuleIds.RegressionOnSoftmax));

    private static readonly DiagnosticDescriptor FrozenAboveTrainable = new(
        RuleIds.FrozenAboveTrainable,
        "Frozen layers stand in front of trained ones",
        "'{0}' is frozen, but '{1}' in front of it is trained, so that what comes in changes and its weights cannot follow: freeze "
        + "'{1}', too, or train '{0}'",
        TrainingCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Layers taken from another network fit the features that they were trained on. Frozen, they cannot adapt when those in front "
        + "change.",
        HelpLink(RuleIds.FrozenAboveTrainable));

    private static readonly DiagnosticDescriptor NothingToTrain = new(
        RuleIds.NothingToTrain,
        "A network has something to train",
        "Every layer of '{0}' is frozen, so that training changes nothing: leave out Frozen at least for '{1}'",
        TrainingCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a trained parameter every step costs time and leaves the network as it was.",
        HelpLink(RuleIds.NothingToTrain));

    private static readonly DiagnosticDescriptor RateAsHyperparameter = new(
        RuleIds.RateAsHyperparameter,
        "The learning rate is no argument of the optimizer",
        "{0} of [{1}] is {2}, which looks like a learning rate: pass that to Fit or TrainStep, leave {0} near {3}, and "
        + "move arguments behind it that stand one place too far",
        TrainingCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "In other frameworks an optimizer's first argument is the learning rate. Here the rate is a run-time argument, because "
        + "schedules change it.",
        HelpLink(RuleIds.RateAsHyperparameter));

    private static readonly DiagnosticDescriptor DivergentBetas = new(
        RuleIds.DivergentBetas,
        "beta1 squared lies below the root of beta2",
        "[{0}] with beta1 = {1} and beta2 = {2} breaks beta1^2 < sqrt(beta2), without which it need not converge: usual are 0.9 and 0.999",
        TrainingCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The running mean of the gradients must forget faster than that of their squares, or steps follow gradients that the divisor "
        + "has forgotten.",
        HelpLink(RuleIds.DivergentBetas));

    private static readonly DiagnosticDescriptor NormalizedAccumulation = new(
        RuleIds.NormalizedAccumulation,
        "Accumulated mini-batches are normalised one by one",
        "{0} takes its statistics from each of the {1} accumulated mini-batches alone: accumulation averages gradients, but it does "
        + "not make those batches larger",
        TrainingCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Batch normalisation computes mean and variance in each forward pass. With small mini-batches both are rough, however many are "
        + "accumulated.",
        HelpLink(RuleIds.NormalizedAccumulation));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Training() =>
    [
        DeepAdaGrad,
        RegressionOnSoftmax,
        FrozenAboveTrainable,
        NothingToTrain,
        RateAsHyperparameter,
        DivergentBetas,
        NormalizedAccumulation,
    ];
}
