using GraphGen.Generator.Graph;
using GraphGen.Model;

namespace GraphGen.Generator.Planning;

/// <summary>
/// Where each batch matrix lies, by liveness: two matrices share memory where no segment needs both, and a matrix that
/// column-wise work reads for the last time is overwritten in place.
/// </summary>
internal sealed class WorkspaceLayout
{
    private readonly Dictionary<Value, Room> rooms = [];
    private readonly int lossSegment;

    /// <param name="segments">The segments in their order.</param>
    /// <param name="permanent">What must be there when the last one is done.</param>
    /// <param name="firstBlock">Where there is room: what lies in front of it belongs to another plan.</param>
    /// <param name="handedOver">A matrix that the other plan goes on with, and the place where that expects it.</param>
    public WorkspaceLayout(IReadOnlyList<Segment> segments, ISet<Value> permanent, int firstBlock = 0, (Value Matrix, int Block)? handedOver = null)
    {
        lossSegment = segments.FirstOrDefault(segment => segment.Kind == SegmentKind.Loss)?.Index ?? segments.Count;
        var lastUses = LastUses(segments, permanent);
        foreach (var segment in segments)
        {
            foreach (var (value, columns, loop) in Definitions(segment))
            {
                int first = value.Operation is Expected or ChainStates ? 0 : segment.Index;
                int last = lastUses.TryGetValue(value, out int use) ? use : segment.Index;
                var taken = loop is null ? null : Overwritten(segment, loop, value, lastUses);
                if (taken is not null)
                {
                    rooms[value] = rooms[taken];
                    rooms[value].End = last;
                    rooms[value].Holder = value;
                }
                else
                {
                    rooms[value] = new Room(ColumnBlock.Count(columns), first, last, value);
                }
            }
        }

        Place(firstBlock, handedOver is { } other ? (rooms[other.Matrix], other.Block) : null);
    }

    /// <summary>Column blocks from the start that hold what is loaded before the first segment: the rows, and what they should yield.</summary>
    public int LoadedBlocks =>
        rooms.Values.Where(room => room.FirstHolder.Operation is Leaf).Select(room => room.Block + room.Blocks).DefaultIfEmpty(0).Max();

    /// <summary>Column blocks of the workspace: its floats per row, divided by 16.</summary>
    public int Blocks { get; private set; }

    /// <summary>Column blocks that <paramref name="layer"/> is the first to write before the loss; later ones may go into their place.</summary>
    public int ActivationBlocks(string layer) =>
        rooms.Values.Distinct().Where(room => room.Start < lossSegment && room.FirstHolder.Layer == layer).Sum(room => room.Blocks);

    /// <summary>The column block from which a matrix lies, if it has a place.</summary>
    public int? Block(Value value) => rooms.TryGetValue(value, out var room) ? room.Block : null;

    /// <summary>The matrices that a segment writes or finds written, their width, and the loop that writes each; null for the anchor's kernel.</summary>
    private static IEnumerable<(Value Value, int Columns, ColumnLoop? Loop)> Definitions(Segment segment)
    {
        if (segment.Kind is SegmentKind.Input or SegmentKind.Product or SegmentKind.Softmax)
        {
            yield return (segment.Result, segment.Result.Shape.Columns, null);
        }

        foreach (var states in segment.Anchor.Inputs.Where(input => input.Operation is ChainStates))
        {
            yield return (states, states.Shape.Columns, null);
        }

        if (segment.Anchor.Operation is Loss loss)
        {
            int columns = segment.Anchor.Inputs[0].Shape.Columns;
            yield return (Matrix(segment), columns, null);
            if (segment.Anchor.Inputs[1].Operation is Expected && !loss.Spec.TakesClasses)
            {
                yield return (segment.Anchor.Inputs[1], columns, null);
            }
        }

        foreach (var loop in segment.Columns?.Loops ?? [])
        {
            foreach (var value in loop.Stores.Where(value => value.Shape.IsBatch))
            {
                yield return (value, value.Shape.Columns, loop);
            }
        }
    }

    /// <summary>The matrix that the loss kernel writes: the gradient. Where only the loss is asked for, the room for it goes by the loss.</summary>
    public static Value Matrix(Segment loss) => loss.Result;

    private static Dictionary<Value, int> LastUses(IReadOnlyList<Segment> segments, ISet<Value> permanent)
    {
        var uses = new Dictionary<Value, int>();
        foreach (var segment in segments)
        {
            foreach (var value in Operands(segment).Concat((segment.Columns?.Loops ?? []).SelectMany(loop => loop.Loads)))
            {
                uses[value] = segment.Index;
            }
        }

        foreach (var value in permanent)
        {
            uses[value] = segments.Count;
        }

        return uses;
    }

    /// <summary>What the anchor's kernel reads whole.</summary>
    private static IEnumerable<Value> Operands(Segment segment) =>
        segment.Kind is SegmentKind.Parameters or SegmentKind.ColumnWise ? [] : segment.Anchor.Inputs.Where(input => input.Shape.IsBatch);

    /// <summary>A matrix whose last reader is this very loop, element by element, so that the new value may replace it.</summary>
    private Value? Overwritten(Segment segment, ColumnLoop loop, Value value, Dictionary<Value, int> lastUses) =>
        loop.Loads.FirstOrDefault(candidate =>
            rooms.TryGetValue(candidate, out var room) && room.Holder == candidate && candidate.Shape == value.Shape &&
            (!lastUses.TryGetValue(candidate, out int use) || use == segment.Index) &&
            !Operands(segment).Contains(candidate) &&
            segment.Columns!.Loops.Where(other => other.Level > loop.Level).All(other => !other.Loads.Contains(candidate)));

    /// <summary>Gives each room the first gap that no room of an overlapping lifetime occupies.</summary>
    private void Place(int firstBlock, (Room Room, int Block)? handedOver)
    {
        var placed = new List<Room>();
        foreach (var room in rooms.Values.Distinct())
        {
            if (room == handedOver?.Room)
            {
                room.Block = handedOver.Value.Block;
                continue;
            }

            room.Block = firstBlock;
            foreach (var other in placed.Where(other => other.Start <= room.End && room.Start <= other.End).OrderBy(other => other.Block))
            {
                if (room.Block + room.Blocks > other.Block && other.Block + other.Blocks > room.Block)
                {
                    room.Block = other.Block + other.Blocks;
                }
            }

            placed.Add(room);
            Blocks = Math.Max(Blocks, room.Block + room.Blocks);
        }
    }

    /// <summary>Memory for one matrix, or for several that replace one another, and the segments that need it.</summary>
    private sealed class Room(int blocks, int start, int end, Value holder)
    {
        public int Blocks { get; } = blocks;

        public int Start { get; } = start;

        public int End { get; set; } = end;

        /// <summary>The matrix that lies in it first.</summary>
        public Value FirstHolder { get; } = holder;

        /// <summary>The matrix that lies in it last.</summary>
        public Value Holder { get; set; } = holder;

        public int Block { get; set; }
    }
}
