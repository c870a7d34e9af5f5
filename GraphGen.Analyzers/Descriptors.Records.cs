using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG6xxx: records with features and labels.</summary>
internal static partial class Descriptors
{
    private const string RecordsCategory = "GraphGen.Records";

    private static readonly DiagnosticDescriptor RecordNotPartial = new(
        RuleIds.RecordNotPartial,
        "A type with features must be partial",
        "'{0}' has features, so GraphGen must add members to it: write 'partial {1} {0}'",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "GraphGen emits the other half of the type, which writes the features into rows. C# only joins halves that all say 'partial'.",
        HelpLink(RuleIds.RecordNotPartial));

    private static readonly DiagnosticDescriptor UnsuitableRecord = new(
        RuleIds.UnsuitableRecord,
        "The type cannot hold features",
        "'{0}' cannot hold features: {1}",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "GraphGen adds a partial declaration with members to the type, in another file, and its objects are the rows of a data set.",
        HelpLink(RuleIds.UnsuitableRecord));

    private static readonly DiagnosticDescriptor UnsuitableMember = new(
        RuleIds.UnsuitableMember,
        "A member can be no feature or no label",
        "'{0}' can be no {1}: {2}",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A network computes with numbers. What has one obvious form as numbers becomes a feature, the rest needs a decision that only the "
        + "author can make.",
        HelpLink(RuleIds.UnsuitableMember));

    private static readonly DiagnosticDescriptor AmbiguousLabels = new(
        RuleIds.AmbiguousLabels,
        "A row has one class, or targets alone",
        "'{0}' {1}",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A data set has one label for each row, or a row of targets. A network has one loss, which compares its outputs with either.",
        HelpLink(RuleIds.AmbiguousLabels));

    private static readonly DiagnosticDescriptor NoFeature = new(
        RuleIds.NoFeature,
        "A label needs features",
        "'{0}' has a label, '{1}', but nothing that it could be predicted from: mark at least one member by [Feature]",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "[Feature] marks what a network learns from. Without it no code is generated.",
        HelpLink(RuleIds.NoFeature));

    private static readonly DiagnosticDescriptor ScatteredFeatures = new(
        RuleIds.ScatteredFeatures,
        "Features stand in one partial declaration",
        "The {1} of '{0}' stand in more than one partial declaration, so the order of their columns is undefined: move '{2}' to where the "
        + "others stand",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Columns have the order in which members stand. Between two partial declarations of a type there is none.",
        HelpLink(RuleIds.ScatteredFeatures));

    private static readonly DiagnosticDescriptor UnsuitableFeatureArgument = new(
        RuleIds.UnsuitableFeatureArgument,
        "An argument does not fit the feature",
        "{0} of '{1}' {2}",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The argument says something that cannot be, or that the member's type leaves no room for.",
        HelpLink(RuleIds.UnsuitableFeatureArgument));

    private static readonly DiagnosticDescriptor RecordNotEmitted = new(
        RuleIds.RecordNotEmitted,
        "Features may not use what is generated",
        "No code was emitted for '{0}', because the type of one of its members, or an argument, comes from generated code, such as a "
        + "network's InputSize: write the number, or a constant or type of your own",
        RecordsCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Generators do not see what generators emit. To GraphGen such an argument has no value yet and such a type no members.",
        HelpLink(RuleIds.RecordNotEmitted));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Records() =>
    [
        RecordNotPartial,
        UnsuitableRecord,
        UnsuitableMember,
        AmbiguousLabels,
        NoFeature,
        ScatteredFeatures,
        UnsuitableFeatureArgument,
        RecordNotEmitted,
    ];
}
