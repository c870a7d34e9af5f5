using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>Copies the rows of a batch into column blocks, by several threads where there is enough to copy.</summary>
internal sealed unsafe class RowLoader(WorkerTeam team) : ITeamWork
{
    // A thread that has less to copy costs more than it saves.
    private const int FloatsPerThread = 8192;

    private float* _source;
    private int _available;
    private int* _picked;
    private int _rows;
    private int _columns;
    private float* _destination;
    private nint _stride;
    private int _threads;

    /// <summary>Copies the rows of a row-major matrix. See <see cref="ColumnBlocks.Pack"/>.</summary>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, ref float destination, nint stride) =>
        Load(in MemoryMarshal.GetReference(source[..(rows * columns)]), rows, default, rows, columns, ref destination, stride);

    /// <summary>Copies picked rows of a matrix that may have more elements than a span. The caller keeps it reachable.</summary>
    public void Gather(in RowWindow source, ReadOnlySpan<int> picked, ref float destination, nint stride) =>
        Load(in source.FirstValue, source.Count, picked, picked.Length, source.Width, ref destination, stride);

    /// <inheritdoc/>
    void ITeamWork.Run(int thread)
    {
        RowRange part = new Share(team, thread, _threads).Rows(_rows);
        ref float destination = ref part.In(ref *_destination);
        if (_picked is null)
        {
            var rows = new ReadOnlySpan<float>(_source + ((nint)part.First * _columns), part.Count * _columns);
            ColumnBlocks.Pack(rows, part.Count, _columns, ref destination, _stride);
        }
        else
        {
            ColumnBlocks.GatherRows(in *_source, _available, new ReadOnlySpan<int>(_picked + part.First, part.Count), _columns, ref destination, _stride);
        }
    }

    private void Load(
        ref readonly float source, int available, ReadOnlySpan<int> picked, int rows, int columns, ref float destination, nint stride)
    {
        _threads = (int)Math.Clamp((long)rows * columns / FloatsPerThread, 1, team.Threads);
        if (_threads == 1)
        {
            if (picked.IsEmpty)
            {
                ColumnBlocks.Pack(MemoryMarshal.CreateReadOnlySpan(in source, rows * columns), rows, columns, ref destination, stride);
            }
            else
            {
                ColumnBlocks.GatherRows(in source, available, picked, columns, ref destination, stride);
            }

            return;
        }

        // Only references that are on the stack can be handed to other threads as pointers: nothing moves before they are done.
        fixed (float* from = &source)
        fixed (int* rowsPicked = picked)
        fixed (float* to = &destination)
        {
            _source = from;
            _available = available;
            _picked = rowsPicked;
            _rows = rows;
            _columns = columns;
            _destination = to;
            _stride = stride;
            team.Run(this, _threads);
        }
    }
}
