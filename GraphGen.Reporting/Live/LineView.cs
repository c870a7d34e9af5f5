using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphGen.Reporting.Live;

/// <summary>A fit as plain lines, which never wrap: for files, pipes and terminals that cannot do more.</summary>
internal sealed class LineView(IAnsiConsole console, FitSummary summary) : IFitView
{
    /// <inheritdoc/>
    public void Draw(TrainingRun run) => Write(summary.Heading);

    /// <inheritdoc/>
    public void Add(EpochRecord record) => Write(record.ToString());

    /// <inheritdoc/>
    public void End(TrainingRun run)
    {
        foreach (string line in summary.Lines())
        {
            Write(line);
        }
    }

    /// <inheritdoc/>
    public void Abandon()
    {
    }

    private void Write(string line) => console.Write(new Line(line));

    /// <summary>Text that the console passes on as it is, however wide; pictures that others draw on it stay whole.</summary>
    private sealed class Line(string text) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [new Segment(text), Segment.LineBreak];
    }
}
