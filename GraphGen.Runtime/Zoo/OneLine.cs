using System.Globalization;
using System.Text;

namespace GraphGen;

/// <summary>Text of cards as a line of its own, on a terminal, too.</summary>
internal static class OneLine
{
    /// <summary>Text with a blank for everything that ends a line, controls a terminal, or is unseen and changes the order of what is seen.</summary>
    public static string Of(FormattableString text) => string.Concat(FormattableString.Invariant(text).EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? " " : rune.ToString()));
}
