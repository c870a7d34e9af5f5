using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers;

/// <summary>The rules as the compiler shows them: one partial file for each family of ids.</summary>
internal static partial class Descriptors
{
    /// <summary>The page that explains the rule with this id, from the repository's root.</summary>
    private static string HelpLink(string id) => "docs/rules/" + id + ".md";
}
