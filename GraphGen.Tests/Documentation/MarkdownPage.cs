using System.Text;
using System.Text.RegularExpressions;

namespace GraphGen.Tests.Documentation;

/// <summary>As much of a Markdown page as the tests need: fenced code, C# in HTML comments, headings and links.</summary>
internal sealed partial class MarkdownPage
{
    private const string Fence = "```";
    private const string CommentStart = "<!-- csharp";
    private const string CommentEnd = "-->";

    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string> _anchors = [];
    private readonly List<string> _links = [];

    private MarkdownPage(string path) => Path = path;

    /// <summary>The page's path from the repository's root.</summary>
    public string Path { get; }

    /// <summary>Its blocks of code, shown and hidden, from top to bottom.</summary>
    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>What a link may name after <c>#</c>: GitHub's spelling of each heading.</summary>
    public IReadOnlyList<string> Anchors => _anchors;

    /// <summary>The targets of its links, outside code.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its path from the repository's root.</param>
    /// <exception cref="InvalidDataException">A block of code has no end.</exception>
    public static MarkdownPage Read(string path)
    {
        var page = new MarkdownPage(path);
        page.Read(File.ReadAllLines(System.IO.Path.Combine(Repository.Root, path)));
        return page;
    }

    private void Read(string[] lines)
    {
        string heading = "";
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index];
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                index = ReadBlock(lines, index, line[Fence.Length..].Trim(), heading, Fence);
            }
            else if (line == CommentStart)
            {
                index = ReadBlock(lines, index, "csharp", heading, CommentEnd);
            }
            else
            {
                heading = ReadText(line) ?? heading;
            }
        }
    }

    private int ReadBlock(string[] lines, int opening, string info, string heading, string end)
    {
        int closing = Array.IndexOf(lines, end, opening + 1);
        if (closing < 0)
        {
            throw new InvalidDataException($"{Path}, line {opening + 1}: the code that begins here has no end.");
        }

        string text = string.Concat(lines[(opening + 1)..closing].Select(line => line + "\n"));
        _blocks.Add(new CodeBlock(info, heading, opening + 2, text));
        return closing;
    }

    /// <returns>The heading's text, if the line is one.</returns>
    private string? ReadText(string line)
    {
        _links.AddRange(Link().Matches(InlineCode().Replace(line, "")).Select(match => match.Groups[1].Value));
        if (Heading().Match(line) is not { Success: true } match)
        {
            return null;
        }

        string title = match.Groups[1].Value.Trim();
        _anchors.Add(Anchor(title));
        return title;
    }

    private static string Anchor(string title)
    {
        var anchor = new StringBuilder();
        foreach (char character in title.ToLowerInvariant().Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_'))
        {
            anchor.Append(character == ' ' ? '-' : character);
        }

        return anchor.ToString();
    }

    [GeneratedRegex("^#{1,6} (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
