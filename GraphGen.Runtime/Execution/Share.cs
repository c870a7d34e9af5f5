using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GraphGen.Execution;

/// <summary>
/// One thread's part of a step that several threads do together. Every thread runs the same schedule, each on its own columns
/// or rows, and waits for the others where it needs what they made. Which thread computes a number changes nothing about how
/// it is computed, so results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Share
{
    private readonly WorkerTeam _team;

    /// <summary>The part of one of <paramref name="threads"/> threads.</summary>
    /// <param name="team">The threads.</param>
    /// <param name="thread">Which of them, from 0 on.</param>
    /// <param name="threads">How many of the team take part, at least 1.</param>
    public Share(WorkerTeam team, int thread, int threads)
    {
        _team = team;
        Thread = thread;
        Threads = threads;
    }

    /// <summary>Which thread this is, from 0 on.</summary>
    public int Thread { get; }

    /// <summary>How many threads take part.</summary>
    public int Threads { get; }

    /// <summary>Waits until every thread has come here. What the others wrote before is then visible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sync()
    {
        if (Threads > 1)
        {
            _team.Sync();
        }
    }

    /// <summary>This thread's part of the column blocks of a matrix: at least two at a time, because narrower tiles are slower.</summary>
    /// <param name="blocks">How many there are, at least 1.</param>
    public BlockRange Panels(int blocks) => Part(blocks, Math.Min(Threads, Math.Max(1, blocks / 2)));

    /// <summary>This thread's part of things that can be shared one by one.</summary>
    /// <param name="blocks">How many there are, at least 1.</param>
    public BlockRange Blocks(int blocks) => Part(blocks, Math.Min(Threads, blocks));

    /// <summary>This thread's part of the rows of a batch, in groups of <see cref="NetworkMemory.RowGranularity"/>.</summary>
    /// <param name="rows">How many there are, at least 1.</param>
    public RowRange Rows(int rows)
    {
        BlockRange groups = Blocks((rows + (NetworkMemory.RowGranularity - 1)) / NetworkMemory.RowGranularity);
        int first = (int)groups.First * NetworkMemory.RowGranularity;
        return new RowRange(first, Math.Max(0, Math.Min((int)groups.End * NetworkMemory.RowGranularity, rows) - first));
    }

    private BlockRange Part(int blocks, int parts) => Thread < parts
        ? new BlockRange(blocks * Thread / parts, blocks * (Thread + 1) / parts)
        : new BlockRange(0, 0);
}

/// <summary>Column blocks in a row.</summary>
/// <param name="First">The first.</param>
/// <param name="End">The one behind the last.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BlockRange(nint First, nint End)
{
    /// <summary>How many there are.</summary>
    public nint Count => End - First;

    /// <summary>All blocks of a matrix.</summary>
    public static BlockRange Whole(int blocks) => new(0, blocks);

    /// <summary>How many blocks the panel from <paramref name="block"/> on should have: at most three, so that all are as even as possible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint PanelAt(nint block)
    {
        nint left = End - block;
        nint panels = (left + 2) / 3;
        return (left + panels - 1) / panels;
    }
}

/// <summary>Rows of a batch that follow one another.</summary>
/// <param name="First">The first, a multiple of <see cref="NetworkMemory.RowGranularity"/>.</param>
/// <param name="Count">How many there are.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RowRange(int First, int Count)
{
    /// <summary>Where these rows begin in a workspace: every matrix in it lies as far behind as from the workspace's own start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float In(ref float workspace) => ref Unsafe.Add(ref workspace, (nint)First * ColumnBlocks.Width);
}
