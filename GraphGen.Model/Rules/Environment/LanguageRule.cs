using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>GG9001: the project compiles a version of C# that knows what emitted code is written in.</summary>
public static class LanguageRule
{
    /// <summary>
    /// The oldest version of C# that compiles emitted code: without its overload resolution priority a call with arrays could mean the
    /// emitted method for spans as well as that for tensors.
    /// </summary>
    public const LanguageVersion OldestLanguage = LanguageVersion.CSharp13;

    internal static IEnumerable<Problem> Check(Declaration declaration)
    {
        if (declaration.Language < OldestLanguage)
        {
            yield return Problem.Of(
                RuleIds.OldLanguage,
                declaration.NetworkPlace,
                declaration.Class.Name,
                Number(declaration.Language),
                Number(OldestLanguage));
        }
    }

    /// <summary>The version as <c>LangVersion</c> takes it: <c>13</c>, but <c>7.3</c>.</summary>
    internal static string Number(LanguageVersion version)
    {
        string text = version.ToDisplayString();
        return text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }
}
