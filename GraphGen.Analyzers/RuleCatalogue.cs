using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>The descriptors by id. A class of its own, so that every family's fields are set before they are listed.</summary>
internal static class RuleCatalogue
{
    /// <summary>Every rule.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = Descriptors.Structure();

    /// <summary>Every rule by its id.</summary>
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);
}
