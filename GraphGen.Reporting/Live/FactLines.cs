using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphGen.Reporting.Live;

/// <summary>Names with their values, as many in a line as there is room for: none is torn apart.</summary>
internal sealed class FactLines(IReadOnlyList<(string Name, string Value)> facts) : Renderable
{
    private const int Gap = 3;

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int column = 0;
        foreach ((string name, string value) in facts)
        {
            int width = name.Length + 1 + value.Length;
            if (column > 0 && column + Gap + width > maxWidth)
            {
                yield return Segment.LineBreak;
                column = 0;
            }
            else if (column > 0)
            {
                yield return Segment.Padding(Gap);
                column += Gap;
            }

            yield return new Segment(name + " ", new Style(Color.Grey));
            yield return new Segment(value);
            column += width;
        }

        yield return Segment.LineBreak;
    }
}
