using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>The column blocks that one call of a kernel works on, as C# text.</summary>
internal sealed class Panel
{
    private readonly bool moves;

    private Panel(bool moves, string blocks)
    {
        this.moves = moves;
        Blocks = blocks;
    }

    /// <summary>How many blocks it has.</summary>
    public string Blocks { get; }

    /// <summary>The first column.</summary>
    public string FirstColumn => moves ? "block * 16" : "0";

    /// <summary>All blocks at once.</summary>
    public static Panel Whole(int blocks) => new(moves: false, Literal.Int(blocks));

    /// <summary>The range of column blocks that the emitted parameter <c>columns</c> names. Writes the local that its references start from.</summary>
    public static Panel Shared(SourceWriter writer)
    {
        writer.Line("nint block = columns.First;");
        return new Panel(moves: true, "columns.Count");
    }

    /// <summary>A reference moved on to the panel.</summary>
    public string At(string reference, string stride) => moves ? $"ref Unsafe.Add(ref {reference}, block * {stride})" : $"ref {reference}";

    /// <summary>Writes a case for each width that the argument <c>blocks</c> may have.</summary>
    public static void WriteSwitch(SourceWriter writer, IEnumerable<int> widths, Action<int> write)
    {
        var all = widths.ToList();
        WriteCases(writer, all.Take(all.Count - 1).Select(width => ($"blocks == {width}", (Action)(() => write(width)))), () => write(all[all.Count - 1]));
    }

    /// <summary>Writes a chain of cases, and what happens otherwise.</summary>
    public static void WriteCases(SourceWriter writer, IEnumerable<(string Condition, Action Write)> cases, Action? otherwise)
    {
        string prefix = "";
        foreach (var (condition, write) in cases)
        {
            writer.Block($"{prefix}if ({condition})", write);
            prefix = "else ";
        }

        if (otherwise is not null && prefix.Length > 0)
        {
            writer.Block("else", otherwise);
        }
        else
        {
            otherwise?.Invoke();
        }
    }

    /// <summary>Writes a loop over panels of a thread's share, the emitted parameter <c>columns</c>.</summary>
    public static void WriteShared(SourceWriter writer, Action<Panel> write)
    {
        writer.Block("for (nint block = columns.First, blocks; block < columns.End; block += blocks)", () =>
        {
            writer.Line("blocks = columns.PanelAt(block);");
            write(new Panel(moves: true, "blocks"));
        });
    }

    /// <summary>Writes a loop over panels of at most three blocks, as even as possible; a single panel needs none.</summary>
    public static void WriteEach(SourceWriter writer, int blocks, Action<Panel> write)
    {
        var (panels, wide, width) = ColumnBlock.Panels(blocks);
        if (panels == 1)
        {
            write(Whole(blocks));
            return;
        }

        if (wide == panels)
        {
            writer.Block($"for (nint block = 0; block < {Literal.Int(blocks)}; block += {Literal.Int(width)})", () => write(new Panel(moves: true, Literal.Int(width))));
            return;
        }

        int border = wide * width;
        writer.Line("nint blocks;");
        writer.Block($"for (nint block = 0; block < {Literal.Int(blocks)}; block += blocks)", () =>
        {
            writer.Line($"blocks = block < {Literal.Int(border)} ? {Literal.Int(width)} : {Literal.Int(width - 1)};");
            write(new Panel(moves: true, "blocks"));
        });
    }
}
