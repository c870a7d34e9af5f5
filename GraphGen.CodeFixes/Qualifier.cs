using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.CodeFixes;

/// <summary>Writes GraphGen's names as they must be written at one attribute: short where that means GraphGen's own.</summary>
/// <param name="place">The attribute.</param>
/// <param name="mending">The class that it stands on.</param>
internal sealed class Qualifier(AttributeSyntax place, Mending mending)
{
    /// <summary>An expression such as <c>Init.Glorot</c>; numbers and truth values stay as they are.</summary>
    public string Expression(string text) => text.IndexOf('.') is > 0 and var dot && char.IsLetter(text[0]) ? Qualify(text, text.Substring(0, dot)) : text;

    /// <summary>An attribute such as <c>AdamW(weightDecay: 0.01)</c>.</summary>
    public string Attribute(string text)
    {
        int end = text.IndexOf('(');
        string arguments = end < 0 ? "" : text.Substring(end);
        string name = end < 0 ? text : text.Substring(0, end);
        return Qualify(name, name + "Attribute") + arguments;
    }

    private string Qualify(string text, string name) => IsOwn(name) ? text : $"{AttributeKinds.Namespace}.{text}";

    /// <summary>
    /// Whether the short name finds GraphGen's type: the class's own members come first, then what the file's usings bring in.
    /// </summary>
    private bool IsOwn(string name)
    {
        SemanticModel model = mending.Compilation.GetSemanticModel(place.SyntaxTree);
        return mending.Type.GetMembers(name).IsEmpty
            && model.LookupNamespacesAndTypes(place.SpanStart, name: name).FirstOrDefault()?.ContainingNamespace?.Name == AttributeKinds.Namespace;
    }
}
