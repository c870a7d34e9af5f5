using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>Takes elements out of a list together with one comma each, and leaves what stands between: comments, directives.</summary>
internal static class SeparatedText
{
    /// <summary>The changes that take out the elements of <paramref name="list"/> that are <paramref name="removed"/>, not all of them.</summary>
    public static IEnumerable<Replacement> Remove<T>(SyntaxTree tree, SeparatedSyntaxList<T> list, bool[] removed)
        where T : SyntaxNode
    {
        bool[] isTaken = new bool[list.SeparatorCount];
        for (int index = 0; index < removed.Length; index++)
        {
            if (!removed[index])
            {
                continue;
            }

            // The comma behind it, or, where the rest goes too, the last one that is left in front.
            int comma = index < isTaken.Length ? index : Array.FindLastIndex(isTaken, taken => !taken);
            isTaken[comma] = true;
            foreach (TextSpan span in Joined(tree, list[index].Span, list.GetSeparator(comma).Span))
            {
                yield return new Replacement(tree, span, "");
            }
        }
    }

    /// <summary>The two as one span where nothing but white space stands between them.</summary>
    private static IEnumerable<TextSpan> Joined(SyntaxTree tree, TextSpan element, TextSpan comma)
    {
        var between = element.End <= comma.Start ? TextSpan.FromBounds(element.End, comma.Start) : TextSpan.FromBounds(comma.End, element.Start);
        return string.IsNullOrWhiteSpace(tree.GetText().ToString(between))
            ? [TextSpan.FromBounds(Math.Min(element.Start, comma.Start), Math.Max(element.End, comma.End))]
            : [element, comma];
    }
}
