namespace GraphGen.Tests.Documentation;

/// <summary>A block of code on a page.</summary>
/// <param name="Info">The words after the opening fence: the language, then what a test should do with the block.</param>
/// <param name="Heading">The heading above it, empty before the first.</param>
/// <param name="FirstLine">The line of the page that its text begins on, counted from 1.</param>
/// <param name="Text">Its lines, each ended by <c>\n</c>.</param>
internal sealed record CodeBlock(string Info, string Heading, int FirstLine, string Text)
{
    /// <summary>C# that a reader may copy, or that an HTML comment adds unseen.</summary>
    public bool IsCSharp => Info == "csharp";

    /// <summary>C# quoted from what GraphGen emits for the page's networks.</summary>
    public bool IsEmitted => Info == "csharp emitted";
}
