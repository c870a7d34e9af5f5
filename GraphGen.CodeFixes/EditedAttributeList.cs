using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>What becomes of a list of attributes: its brackets, and what is put in front of and behind each.</summary>
internal static class EditedAttributeList
{
    /// <summary>The changes of <paramref name="list"/>.</summary>
    /// <param name="list">The list.</param>
    /// <param name="attributes">What is known of its attributes; others of the list belong to nobody and stay.</param>
    public static IEnumerable<Replacement> Of(AttributeListSyntax list, IReadOnlyCollection<EditedAttribute> attributes)
    {
        EditedAttribute?[] own = [.. list.Attributes.Select(written => attributes.FirstOrDefault(attribute => attribute.Syntax == written))];
        if (own.All(attribute => attribute is { IsGone: true }))
        {
            return [new Replacement(list.SyntaxTree, list.Span, "")];
        }

        bool isAlone = own.Length == 1;
        return own.OfType<EditedAttribute>()
            .SelectMany(attribute => attribute.Changes().Concat(isAlone ? Around(list, attribute) : Beside(attribute)))
            .Concat(SeparatedText.Remove(list.SyntaxTree, list.Attributes, [.. own.Select(attribute => attribute is { IsGone: true })]));
    }

    /// <summary>An attribute in brackets of its own: those around it get brackets of their own, too.</summary>
    private static IEnumerable<Replacement> Around(AttributeListSyntax list, EditedAttribute attribute) => Insertions(
        list,
        list.Span,
        string.Concat(attribute.Before.Select(text => $"[{text}]{Separator(list)}")),
        string.Concat(attribute.Behind.Select(text => $" [{text}]")));

    /// <summary>An attribute among others in one pair of brackets.</summary>
    private static IEnumerable<Replacement> Beside(EditedAttribute attribute) => Insertions(
        attribute.Syntax,
        attribute.Syntax.Span,
        string.Concat(attribute.Before.Select(text => text + ", ")),
        string.Concat(attribute.Behind.Select(text => ", " + text)));

    private static IEnumerable<Replacement> Insertions(SyntaxNode node, TextSpan span, string before, string behind)
    {
        if (before.Length > 0)
        {
            yield return new Replacement(node.SyntaxTree, new TextSpan(span.Start, 0), before);
        }

        if (behind.Length > 0)
        {
            yield return new Replacement(node.SyntaxTree, new TextSpan(span.End, 0), behind);
        }
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
}
