using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>Puts what became of a list's attributes into the place of the list.</summary>
internal static class EditedAttributeList
{
    /// <summary>The new text of <paramref name="list"/>, some of whose <paramref name="attributes"/> are changed.</summary>
    public static Replacement Of(AttributeListSyntax list, IReadOnlyCollection<EditedAttribute> attributes)
    {
        EditedAttribute? only = list.Attributes.Count == 1 ? attributes.Single(attribute => attribute.Syntax == list.Attributes[0]) : null;
        return new Replacement(list.SyntaxTree, list.Span, only is null ? Shared(list, attributes) : Alone(list, only));
    }

    /// <summary>An attribute in brackets of its own: those around it get brackets of their own, too.</summary>
    private static string Alone(AttributeListSyntax list, EditedAttribute attribute)
    {
        string[] lists = [.. attribute.Texts.Select(text => "[" + text + "]")];
        string start = string.Concat(lists.Take(attribute.CountBefore).Select(before => before + Separator(list)));
        return start + string.Join(" ", lists.Skip(attribute.CountBefore));
    }

    /// <summary>What begins a line goes on doing so, and what is put in front of it gets a line of its own.</summary>
    private static string Separator(AttributeListSyntax list)
    {
        SourceText text = list.SyntaxTree.GetText();
        TextLine line = text.Lines.GetLineFromPosition(list.SpanStart);
        string indent = text.ToString(TextSpan.FromBounds(line.Start, list.SpanStart));
        return string.IsNullOrWhiteSpace(indent) ? LineBreak(text, line) + indent : " ";
    }

    private static string LineBreak(SourceText text, TextLine line) =>
        line.End < line.EndIncludingLineBreak ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";

    private static string Shared(AttributeListSyntax list, IReadOnlyCollection<EditedAttribute> attributes)
    {
        string[] texts =
        [
            .. list.Attributes.SelectMany(written =>
                attributes.FirstOrDefault(attribute => attribute.Syntax == written)?.Texts ?? [written.ToString()]),
        ];
        return texts.Length == 0 ? "" : $"[{list.Target}{string.Join(", ", texts)}]";
    }
}
