using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Model;

/// <summary>Names as source text.</summary>
public static class Identifier
{
    /// <summary>A name, with <c>@</c> in front where it is a keyword, be it a contextual one: some of these may not name a type.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
