using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG1xxx: structure and shape.</summary>
internal static partial class Descriptors
{
    private const string StructureCategory = "GraphGen.Structure";

    private static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial,
        "A network class must be partial",
        "'{0}' declares a network, so GraphGen must add members to it: write 'partial {1} {0}'",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "GraphGen emits the other half of the class. C# only joins halves that all say 'partial'.",
        HelpLink(RuleIds.NotPartial));

    private static readonly DiagnosticDescriptor NoInput = new(
        RuleIds.NoInput,
        "A network begins with [Input]",
        "[{1}] has no effect on '{0}' without the network's marker: add [Input(features)] in front, with the "
        + "number of features in a row",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "[Input] marks a class as a network and says how many features a row has. Without it no code is generated.",
        HelpLink(RuleIds.NoInput));

    private static readonly DiagnosticDescriptor NoWeights = new(
        RuleIds.NoWeights,
        "A network needs a dense layer",
        "'{0}' has no layer with weights, so there is nothing to learn: add [Dense(units)], the last one with as "
        + "many units as there are outputs",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The last dense layer computes the network's outputs. Batch normalisation, dropout and activations only "
        + "transform what comes in.",
        HelpLink(RuleIds.NoWeights));

    private static readonly DiagnosticDescriptor ScatteredLayers = new(
        RuleIds.ScatteredLayers,
        "Layers stand on one partial declaration",
        "The layers of '{0}' stand on more than one partial declaration, so their order is undefined: "
        + "move [{1}] to where the others stand",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Layers run in the order in which their attributes stand. Between two partial declarations of a class there is no order.",
        HelpLink(RuleIds.ScatteredLayers));

    private static readonly DiagnosticDescriptor OutOfRange = new(
        RuleIds.OutOfRange,
        "A number is out of its range",
        "{0} is {1}, but must be {2}",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The value has no meaning where it stands, or would make the training fail.",
        HelpLink(RuleIds.OutOfRange));

    private static readonly DiagnosticDescriptor OutputDoesNotFitLoss = new(
        RuleIds.OutputDoesNotFitLoss,
        "The output's width does not fit the loss",
        "[{0}] {1}",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The softmax of a single number is always 1: the loss would be 0 from the start and nothing would be learned. A reconstruction has as many numbers as what is reconstructed.",
        HelpLink(RuleIds.OutputDoesNotFitLoss));

    private static readonly DiagnosticDescriptor AmbiguousTraining = new(
        RuleIds.AmbiguousTraining,
        "A network has one loss and at most one optimizer",
        "'{0}' has two {1}, [{2}] and [{3}]: keep one of them",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Training follows one loss by one optimizer.",
        HelpLink(RuleIds.AmbiguousTraining));

    private static readonly DiagnosticDescriptor NameClash = new(
        RuleIds.NameClash,
        "A name is taken or is none",
        "'{0}' {1}",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Every layer becomes a member of the class and a prefix in checkpoints, next to the members that every "
        + "network has and those the user wrote.",
        HelpLink(RuleIds.NameClash));

    private static readonly DiagnosticDescriptor UnsuitableClass = new(
        RuleIds.UnsuitableClass,
        "The class cannot be a network",
        "'{0}' cannot be a network: {1}",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "GraphGen adds a partial declaration with fields and a constructor to the class, in another file.",
        HelpLink(RuleIds.UnsuitableClass));

    private static readonly DiagnosticDescriptor NoLoss = new(
        RuleIds.NoLoss,
        "A network needs a loss",
        "'{0}' has no loss to train by: add [SoftmaxCrossEntropy] for one of several classes, [BinaryCrossEntropy] "
        + "for yes or no, or [MeanSquaredError] for numbers",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The loss decides what the outputs mean, which training methods exist and where the gradients come from.",
        HelpLink(RuleIds.NoLoss));

    private static readonly DiagnosticDescriptor NotEmitted = new(
        RuleIds.NotEmitted,
        "Arguments may not use generated constants",
        "No code was emitted for '{0}', because an argument of its attributes is a constant that generated code defines, "
        + "such as another network's OutputSize: write the number, or a constant of your own",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Generators do not see what generators emit. To GraphGen such an argument has no value yet, so there is no declaration to compile.",
        HelpLink(RuleIds.NotEmitted));

    private static readonly DiagnosticDescriptor UnknownLayer = new(
        RuleIds.UnknownLayer,
        "There is no layer of that name",
        "There is no layer '{0}': the layers are {1}; is '{2}' meant?",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A layer is named as its Name says, or by its kind and its number among the layers of that kind, such as dense2 or batchnorm1.",
        HelpLink(RuleIds.UnknownLayer));

    private static readonly DiagnosticDescriptor UnfitTie = new(
        RuleIds.UnfitTie,
        "A tied layer has the transposed weights of another",
        "'{0}' cannot be tied to '{1}': {2}",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A tied layer multiplies with the transpose of the weights of a dense layer in front of it. It has none of its own to draw, to penalise or to freeze.",
        HelpLink(RuleIds.UnfitTie));

    private static readonly DiagnosticDescriptor NotForMachines = new(
        RuleIds.NotForMachines,
        "A restricted Boltzmann machine has no other layers",
        "[{0}] has no place on '{1}': [Rbm] alone says what goes in, which layers there are and what is learned",
        StructureCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A restricted Boltzmann machine has visible and hidden units and nothing between or behind them. Only what concerns the optimizer may stand beside [Rbm].",
        HelpLink(RuleIds.NotForMachines));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Structure() =>
    [
        NotPartial,
        NoInput,
        NoWeights,
        ScatteredLayers,
        OutOfRange,
        OutputDoesNotFitLoss,
        AmbiguousTraining,
        NameClash,
        UnsuitableClass,
        NoLoss,
        NotEmitted,
        UnknownLayer,
        UnfitTie,
        NotForMachines,
    ];
}
