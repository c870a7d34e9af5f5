using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphGen.Reporting.Live;

/// <summary>A bar as wide as there is room, and words behind it. Done and to do differ in their signs, not in colour alone.</summary>
internal sealed class ProgressLine(double share, string words) : Renderable
{
    private const int MostColumns = 60;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int columns = Math.Clamp(maxWidth - words.Length - 2, 0, MostColumns);
        int done = (int)(share * columns);
        (char full, char empty) = options.Unicode ? ('━', '─') : ('#', '-');
        yield return new Segment(new string(full, done), new Style(Color.Green));
        yield return new Segment(new string(empty, columns - done), new Style(Color.Grey));
        yield return new Segment((columns > 0 ? "  " : "") + words);
        yield return Segment.LineBreak;
    }
}
