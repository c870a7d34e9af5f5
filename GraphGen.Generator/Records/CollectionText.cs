using System.Text;

namespace GraphGen.Generator.Records;

/// <summary>Collection expressions.</summary>
internal static class CollectionText
{
    private const int LongestLine = 140;

    /// <summary>The expression with the space in front of it: on the line that it continues where it fits, else in lines of its own.</summary>
    /// <param name="elements">Its elements as source text.</param>
    /// <param name="used">How many characters the line has already.</param>
    public static string Of(IEnumerable<string> elements, int used)
    {
        string[] all = [.. elements];
        string line = $" [{string.Join(", ", all)}]";
        return used + line.Length <= LongestLine ? line : Wrapped(all);
    }

    private static string Wrapped(string[] elements)
    {
        var text = new StringBuilder("\n[");
        int length = LongestLine;
        foreach (string element in elements)
        {
            if (length + element.Length + 2 > LongestLine)
            {
                text.Append("\n   ");
                length = 3;
            }

            text.Append(' ').Append(element).Append(',');
            length += element.Length + 2;
        }

        return text.Append("\n]").ToString();
    }
}
