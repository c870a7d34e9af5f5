using System.Buffers;

namespace GraphGen.Reporting.Html;

/// <summary>The characters that mean something in HTML, and how to write them as text.</summary>
internal static class Escapes
{
    // NUL is an error in any HTML, so it becomes what a parser would make of it.
    public static readonly SearchValues<char> Needed = SearchValues.Create("&<>\"'\0");

    public static ReadOnlySpan<byte> Of(char character) => character switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\'' => "&#39;"u8,
        _ => "\uFFFD"u8,
    };
}
