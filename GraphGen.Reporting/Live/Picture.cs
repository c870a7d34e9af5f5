using Spectre.Console;
using Spectre.Console.Rendering;
using static System.FormattableString;

namespace GraphGen.Reporting.Live;

/// <summary>
/// A picture at the end of a terminal's output, drawn over in place. As a hook of the console it hears of all that others write there, takes itself away
/// before and stands below it again after.
/// </summary>
/// <remarks>
/// Spectre.Console's own live display does so, too, but it lives as long as a delegate while a fit calls back, hides the cursor, which would stay hidden where the
/// process is killed, and leaves its tails behind shorter lines of others.
/// </remarks>
internal sealed class Picture(IAnsiConsole console) : IRenderHook
{
    private static readonly IRenderable Nothing = new ControlCode("");

    private readonly Lock _lock = new();
    private IRenderable _content = Nothing;
    private int _height;

    /// <summary>Shows something else in its place.</summary>
    public void Draw(IRenderable content)
    {
        _content = content;
        console.Write(Nothing);
    }

    /// <summary>Takes it away. The cursor is where it began.</summary>
    public void Erase()
    {
        _content = Nothing;
        console.Write(Nothing);
    }

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables)
    {
        lock (_lock)
        {
            List<SegmentLine> lines = [.. Segment.SplitLines(_content.Render(options, options.ConsoleSize.Width)).Take(options.ConsoleSize.Height)];
            List<IRenderable> all = [.. renderables];
            bool isInPlace = all is [var only] && ReferenceEquals(only, Nothing) && lines.Count >= _height;
            string start = _height > 1 ? Invariant($"\r\e[{_height - 1}A") : "\r";
            _height = lines.Count;
            return [new ControlCode(isInPlace ? start : start + "\e[J"), .. all, new Lines(lines)];
        }
    }

    /// <summary>Lines, each on a cleared one, and the cursor at the end of the last.</summary>
    private sealed class Lines(List<SegmentLine> lines) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            for (int index = 0; index < lines.Count; index++)
            {
                if (index > 0)
                {
                    yield return Segment.LineBreak;
                }

                // Before the text, not behind it: where a line is full, the cursor still stands on its last sign.
                yield return Segment.Control("\e[K");
                foreach (Segment segment in lines[index])
                {
                    yield return segment;
                }
            }
        }
    }
}
