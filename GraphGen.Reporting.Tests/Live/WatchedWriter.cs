using System.Text;
using Spectre.Console;

namespace GraphGen.Reporting.Tests.Live;

/// <summary>A terminal's writer that notes which threads write, and from some time on fails as that of a closed window does.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private int _writes;

    public HashSet<int> Threads { get; } = [];

    /// <summary>How often it can be written to.</summary>
    public int Allowed { get; init; } = int.MaxValue;

    public override void Write(string? value)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        if (++_writes > Allowed)
        {
            throw new IOException("Input/output error");
        }

        base.Write(value);
    }
}

/// <summary>A terminal of 80 columns over a writer.</summary>
internal sealed class Output(TextWriter writer) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width => 80;

    public int Height => 30;

    public void SetEncoding(Encoding encoding)
    {
    }
}
