using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG3xxx: normalisation and regularisation.</summary>
internal static partial class Descriptors
{
    private const string RegularizationCategory = "GraphGen.Regularization";

    private static readonly DiagnosticDescriptor BiasBeforeBatchNorm = new(
        RuleIds.BiasBeforeBatchNorm,
        "A bias in front of batch normalisation has no effect",
        "The bias of {0} is subtracted again with the mean by the batch normalisation behind, whose beta shifts in its place: set Bias "
        + "= false",
        RegularizationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Batch normalisation subtracts the mean over the mini-batch, and a bias adds the same number to every row: nothing of it is left.",
        HelpLink(RuleIds.BiasBeforeBatchNorm));

    private static readonly DiagnosticDescriptor DropoutBeforeBatchNorm = new(
        RuleIds.DropoutBeforeBatchNorm,
        "Dropout stands behind batch normalisation",
        "'{0}' drops {1} of what goes into '{2}', whose moving variance then does not fit predictions, in which nothing is dropped: "
        + "put the dropout behind '{2}'",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Dropout raises the variance in training only. Batch normalisation learns that variance and applies it in prediction, where it "
        + "is too large.",
        HelpLink(RuleIds.DropoutBeforeBatchNorm));

    private static readonly DiagnosticDescriptor SeluWithBatchNorm = new(
        RuleIds.SeluWithBatchNorm,
        "SELU needs no batch normalisation",
        "'{0}' normalises what the SELU of '{1}' keeps at mean 0 and variance 1 by itself: {2}",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Self-normalising networks reach mean 0 and variance 1 through their weights and activation. Batch normalisation costs time "
        + "and disturbs that.",
        HelpLink(RuleIds.SeluWithBatchNorm));

    private static readonly DiagnosticDescriptor SeluWithDropout = new(
        RuleIds.SeluWithDropout,
        "SELU takes alpha dropout",
        "'{0}' sets units of the SELU layer '{1}' to 0, which moves the mean and variance that SELU keeps: use [AlphaDropout({2})]",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Alpha dropout drops units to SELU's lowest value and corrects mean and variance, so that the network goes on normalising itself.",
        HelpLink(RuleIds.SeluWithDropout));

    private static readonly DiagnosticDescriptor AlphaDropoutWithoutSelu = new(
        RuleIds.AlphaDropoutWithoutSelu,
        "Alpha dropout belongs to SELU",
        "'{0}' drops units to the lowest value of SELU, but '{1}' has {2}: use [Dropout({3})]",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Alpha dropout sets units to -1.76, where SELU saturates. No other activation has that value for its lowest.",
        HelpLink(RuleIds.AlphaDropoutWithoutSelu));

    private static readonly DiagnosticDescriptor DropoutOfOutputs = new(
        RuleIds.DropoutOfOutputs,
        "Dropout stands in front of the output layer",
        "'{0}' drops {1} of the network's outputs, which no layer behind can make up for: remove it, or put it in front of '{2}'",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Dropout teaches the next layer not to rely on single units. Behind the output there is none: the loss just compares wrong "
        + "outputs.",
        HelpLink(RuleIds.DropoutOfOutputs));

    private static readonly DiagnosticDescriptor NormalizedLogits = new(
        RuleIds.NormalizedLogits,
        "Batch normalisation stands in front of the output layer",
        "'{0}' normalises the {1} over the mini-batch, so that those of a row depend on the other rows in training: remove it, or put "
        + "it in front of '{2}'",
        RegularizationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The outputs' mean and scale carry what the network has to say of a row. Normalised, they are the same for every mini-batch.",
        HelpLink(RuleIds.NormalizedLogits));

    private static readonly DiagnosticDescriptor HighDropout = new(
        RuleIds.HighDropout,
        "A dropout rate above 0.5",
        "'{0}' drops {1} of the units, more than it keeps: rates of 0.1 to 0.5 are usual",
        RegularizationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "At high rates so few units are left in each step that the network under-fits.",
        HelpLink(RuleIds.HighDropout));

    private static readonly DiagnosticDescriptor PenaltyUnderAdam = new(
        RuleIds.PenaltyUnderAdam,
        "Adam and its kin take weight decay for L2",
        "L2 = {0} of {1} goes through the gradient, which [{2}] divides by its size, so that weights with large gradients are hardly "
        + "regularised: {3}",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Under optimizers that scale each gradient the penalty is scaled, too. Decoupled weight decay shrinks all weights at the same "
        + "rate.",
        HelpLink(RuleIds.PenaltyUnderAdam));

    private static readonly DiagnosticDescriptor InvertedMomentum = new(
        RuleIds.InvertedMomentum,
        "Momentum and decay are the shares of the old",
        "{0} of {1} is {2}, so that a step keeps only this share of the old {3}: where it was meant as the share of the new, as in "
        + "PyTorch, write {4}",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "GraphGen follows Keras: moving = momentum * moving + (1 - momentum) * batch. PyTorch's momentum of batch normalisation is one "
        + "minus it.",
        HelpLink(RuleIds.InvertedMomentum));

    private static readonly DiagnosticDescriptor PenaltyBeforeBatchNorm = new(
        RuleIds.PenaltyBeforeBatchNorm,
        "Batch normalisation takes away the scale of the weights",
        "{0} of {1} does not limit what the network computes, because the batch normalisation behind divides by the scale of these "
        + "weights: it only changes how far steps go",
        RegularizationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Multiplied with any number, the weights give the same outputs behind batch normalisation. Small weights only make steps count "
        + "for more.",
        HelpLink(RuleIds.PenaltyBeforeBatchNorm));

    private static readonly DiagnosticDescriptor RepeatedLayer = new(
        RuleIds.RepeatedLayer,
        "The same layer twice in a row",
        "'{0}' follows '{1}' with nothing between: {2}; remove one of them",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The second of two equal layers in a row repeats what the first one did.",
        HelpLink(RuleIds.RepeatedLayer));

    private static readonly DiagnosticDescriptor SparsityWithoutSigmoid = new(
        RuleIds.SparsityWithoutSigmoid,
        "Sparsity is for sigmoid units",
        "'{0}' takes mean activations for probabilities, and has a slope of up to a million times its weight where they are none, but {1}: give it Act.Sigmoid, or declare [ActivityRegularization] instead",
        RegularizationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The divergence compares the probabilities that a unit is active. A mean activation that is none is cut to just inside (0, 1), where the slope of the divergence is up to a million times the weight: it outweighs the loss.",
        HelpLink(RuleIds.SparsityWithoutSigmoid));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Regularization() =>
    [
        BiasBeforeBatchNorm,
        DropoutBeforeBatchNorm,
        SeluWithBatchNorm,
        SeluWithDropout,
        AlphaDropoutWithoutSelu,
        DropoutOfOutputs,
        NormalizedLogits,
        HighDropout,
        PenaltyUnderAdam,
        InvertedMomentum,
        PenaltyBeforeBatchNorm,
        RepeatedLayer,
        SparsityWithoutSigmoid,
    ];
}
