using System.Collections.Immutable;
using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>GG9xxx: compiler and project.</summary>
internal static partial class Descriptors
{
    private const string EnvironmentCategory = "GraphGen.Environment";

    private static readonly DiagnosticDescriptor OldLanguage = new(
        RuleIds.OldLanguage,
        "The language version is too old for emitted code",
        "'{0}' is compiled as C# {1}, but emitted code needs C# {2}: set <LangVersion>{2}</LangVersion> in the project, or leave it out",
        EnvironmentCategory,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "GraphGen emits code into the project, and that is compiled as the same version of C# as the rest of it.",
        HelpLink(RuleIds.OldLanguage));

    /// <summary>The rules of this family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Environment() =>
    [
        OldLanguage,
    ];
}
