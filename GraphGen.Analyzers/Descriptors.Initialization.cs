using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG2xxx: initialisation and activation.</summary>
internal static partial class Descriptors
{
    private const string InitializationCategory = "GraphGen.Initialization";

    private static readonly DiagnosticDescriptor SaturatingWithHe = new(
        RuleIds.SaturatingWithHe,
        "He initialisation is made for rectifiers",
        "'{0}' uses Init.{1} with Act.{2}: weights made for rectifiers, with {4} times the variance of Init.Auto's, drive it towards "
        + "saturation, so use {3}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "He doubles the variance of weights because a rectifier halves the signal. Sigmoid, tanh and softmax do not.",
        HelpLink(RuleIds.SaturatingWithHe));

    private static readonly DiagnosticDescriptor RectifierWithoutHe = new(
        RuleIds.RectifierWithoutHe,
        "A rectifier needs He initialisation",
        "'{0}' uses Init.{1} with Act.{2}: weights with {4} times the variance of Init.He's change the signal's scale in every such "
        + "layer, so use {3}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A rectifier keeps about half of the signal's variance. He's weights make up for that, Glorot's, Xavier's and LeCun's do not.",
        HelpLink(RuleIds.RectifierWithoutHe));

    private static readonly DiagnosticDescriptor SeluWithoutLeCun = new(
        RuleIds.SeluWithoutLeCun,
        "SELU needs LeCun initialisation",
        "'{0}' uses Init.{1} with Act.{2}, which keeps mean 0 and variance 1 only with LeCun's weights: these have {4} times their "
        + "variance, so use {3}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "SELU's constants are chosen so that signals normalise themselves, for weights of mean 0 and variance 1 / fan-in.",
        HelpLink(RuleIds.SeluWithoutLeCun));

    private static readonly DiagnosticDescriptor EqualInitialWeights = new(
        RuleIds.EqualInitialWeights,
        "The units of a hidden layer start equal",
        "All {0} units of '{1}' start with the same weights, by {2}, and compute the same number: let random weights tell them apart "
        + "by Init.Auto",
        InitializationCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Units with the same weights compute the same. Nothing but the layers behind could ever tell them apart, and behind zeros and a "
        + "ReLU nothing learns at all.",
        HelpLink(RuleIds.EqualInitialWeights));

    private static readonly DiagnosticDescriptor UnstableSignal = new(
        RuleIds.UnstableSignal,
        "The signal vanishes, explodes or saturates",
        "The expected variance of the signal {0}: {1}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "With weights of the wrong scale each layer shrinks or amplifies what passes through it. After some of them nothing can be told apart "
        + "any more, or sigmoids have no slope left, and gradients go the same way.",
        HelpLink(RuleIds.UnstableSignal));

    private static readonly DiagnosticDescriptor DeepSaturation = new(
        RuleIds.DeepSaturation,
        "Many layers saturate",
        "Act.{0} and {1} hidden layers that saturate make gradients vanish on their way back: use Act.Relu, Act.Elu or Act.Swish, or put "
        + "[BatchNorm] between the layers",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Sigmoid and tanh are flat on both sides, and the slope of a sigmoid is nowhere above 1/4. Layer by layer the gradient shrinks.",
        HelpLink(RuleIds.DeepSaturation));

    private static readonly DiagnosticDescriptor ActivationOfTheLoss = new(
        RuleIds.ActivationOfTheLoss,
        "The loss applies softmax or sigmoid itself",
        "The outputs of '{0}' go through Act.{1}, but [{2}] takes logits and applies its own function to them: remove Act.{1}",
        InitializationCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The function would be applied twice. What comes out is no prediction of the model that was meant, and the gradients are small.",
        HelpLink(RuleIds.ActivationOfTheLoss));

    private static readonly DiagnosticDescriptor HiddenSoftmax = new(
        RuleIds.HiddenSoftmax,
        "Softmax in a hidden layer",
        "Act.Softmax lets the {1} units of the hidden layer '{0}' share a sum of 1, about 1/{1} each: use an activation that works unit by "
        + "unit, such as Act.Relu",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Softmax makes shares of a whole. Between layers it makes units compete, shrinks the signal and its gradient.",
        HelpLink(RuleIds.HiddenSoftmax));

    private static readonly DiagnosticDescriptor ActivationOnLogits = new(
        RuleIds.ActivationOnLogits,
        "An activation on logits",
        "The outputs of '{0}' go through Act.{1}, but [{2}] takes logits, which may be any number: remove Act.{1}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A logit says by its sign and size what is likely. An activation bends that, or cuts a part of it away.",
        HelpLink(RuleIds.ActivationOnLogits));

    private static readonly DiagnosticDescriptor LimitedRegression = new(
        RuleIds.LimitedRegression,
        "An activation limits what a regression can predict",
        "Behind Act.{1} the outputs of '{0}' are {2}, while targets of [{3}] may be any number: {4}",
        InitializationCategory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A target outside the activation's range can never be reached, however long the training.",
        HelpLink(RuleIds.LimitedRegression));

    private static readonly DiagnosticDescriptor RepeatedActivation = new(
        RuleIds.RepeatedActivation,
        "An activation of an activation",
        "Act.{0} is applied to what comes out of the Act.{1} of '{2}', with no dense layer between: remove it",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Between two activations there is nothing to learn. The second one repeats the first, or loses more of the signal.",
        HelpLink(RuleIds.RepeatedActivation));

    private static readonly DiagnosticDescriptor LinearHiddenLayer = new(
        RuleIds.LinearHiddenLayer,
        "A hidden layer has no activation",
        "'{0}' has no activation, so that it and '{1}' are one linear map, and '{0}' adds nothing: give it one, such as Act.Relu",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The product of two matrices is a matrix: two dense layers without an activation between can learn no more than one.",
        HelpLink(RuleIds.LinearHiddenLayer));

    private static readonly DiagnosticDescriptor ArgumentWithoutEffect = new(
        RuleIds.ArgumentWithoutEffect,
        "An argument has no effect",
        "'{0}' of [{1}] has no effect: {2}",
        InitializationCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The argument says something that nothing heeds, so the network is not the one that the declaration seems to describe.",
        HelpLink(RuleIds.ArgumentWithoutEffect));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Initialization() =>
    [
        SaturatingWithHe,
        RectifierWithoutHe,
        SeluWithoutLeCun,
        EqualInitialWeights,
        UnstableSignal,
        DeepSaturation,
        ActivationOfTheLoss,
        HiddenSoftmax,
        ActivationOnLogits,
        LimitedRegression,
        RepeatedActivation,
        LinearHiddenLayer,
        ArgumentWithoutEffect,
    ];
}
