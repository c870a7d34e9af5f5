using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>The descriptors by id. A class of its own, so that every family's fields are set before they are listed.</summary>
internal static class RuleCatalogue
{
    /// <summary>The rules over declarations of networks.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Declarations =
    [
        .. Descriptors.Structure(),
        .. Descriptors.Initialization(),
        .. Descriptors.Regularization(),
        .. Descriptors.Training(),
        .. Descriptors.Environment(),
    ];

    /// <summary>The rules over calls of what is emitted.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Usage = Descriptors.Usage();

    /// <summary>The rules over records.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Records = Descriptors.Records();

    /// <summary>The rules over records by their ids.</summary>
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> RecordsById = Records.ToImmutableDictionary(rule => rule.Id);

    /// <summary>The rules over declarations by their ids.</summary>
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = Declarations.ToImmutableDictionary(rule => rule.Id);
}
