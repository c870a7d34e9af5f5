using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG5xxx: calls of what is emitted.</summary>
internal static partial class Descriptors
{
    private const string UsageCategory = "GraphGen.Usage";

    /// <summary>A span whose length is no whole number of rows.</summary>
    public static readonly DiagnosticDescriptor PartialRow = new(
        RuleIds.PartialRow,
        "A span holds whole rows",
        "'{0}' gets {1} values, {2}: pass {3}",
        UsageCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Networks take any whole number of rows, at least one, and as many rows of outputs, targets or labels. Every other length throws.",
        HelpLink(RuleIds.PartialRow));

    /// <summary>A data set with labels for targets, or with targets for labels.</summary>
    public static readonly DiagnosticDescriptor UnfitDataset = new(
        RuleIds.UnfitDataset,
        "A data set holds what the loss needs",
        "The data set holds {0}, but '{1}' learns {2}: make it with {3}",
        UsageCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A classification learns one label for each row, a regression numbers. The loss decides, and the other kind of data set throws.",
        HelpLink(RuleIds.UnfitDataset));

    /// <summary>A learning rate far from those that the optimizer works with.</summary>
    public static readonly DiagnosticDescriptor UnusualRate = new(
        RuleIds.UnusualRate,
        "The learning rate fits the optimizer",
        "A learning rate of {0} is {1}: usual are {2}",
        UsageCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "How far a step goes depends on the optimizer: Adam's steps are about as long as the rate itself, whatever the gradient, and those "
        + "of gradient descent are the rate times the gradient.",
        HelpLink(RuleIds.UnusualRate));

    /// <summary>A generator that makes other rows than its discriminator takes.</summary>
    public static readonly DiagnosticDescriptor UnmatchedAdversaries = new(
        RuleIds.UnmatchedAdversaries,
        "A generator makes rows that its discriminator takes",
        "'{0}' makes rows of {1}, but '{2}' takes rows of {3}: give the last [Dense] of {0} {3} units, or declare {2} with [Input({1})]",
        UsageCategory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The generator learns by the gradient that comes back through the discriminator, number by number. Any other width throws.",
        HelpLink(RuleIds.UnmatchedAdversaries));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Usage() =>
    [
        PartialRow,
        UnfitDataset,
        UnusualRate,
        UnmatchedAdversaries,
    ];
}
