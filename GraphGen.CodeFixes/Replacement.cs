using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes;

/// <summary>A change of one file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">What takes its place; where that is nothing, the white space that only kept it from its neighbours goes, too.</param>
internal sealed record Replacement(SyntaxTree Tree, TextSpan Span, string Text)
{
    /// <summary><paramref name="text"/> with this change.</summary>
    public SourceText In(SourceText text) => text.Replace(Text.Length == 0 ? WithWhiteSpace(text) : Span, Text);

    private TextSpan WithWhiteSpace(SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(Span.End);
        int start = Span.Start;
        int end = Span.End;
        while (end < line.End && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        if (end < line.End)
        {
            return TextSpan.FromBounds(start, end);
        }

        int lineStart = text.Lines.GetLineFromPosition(start).Start;
        while (start > lineStart && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return start == lineStart ? TextSpan.FromBounds(lineStart, line.EndIncludingLineBreak) : TextSpan.FromBounds(start, end);
    }
}
