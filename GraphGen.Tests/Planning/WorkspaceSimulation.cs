using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Tests.Planning;

/// <summary>
/// Runs a plan on a memory that holds, for each column block, which block of which matrix was written last, and fails where
/// anything reads a block that no longer holds what it should. It knows the order of execution and nothing of lifetimes.
/// </summary>
/// <param name="plan">The plan to run.</param>
/// <param name="backwards">
/// Whether the panels of each segment run from the last to the first: threads share them out, so that any order must do.
/// </param>
internal sealed class WorkspaceSimulation(GraphPlan plan, bool backwards)
{
    private readonly (Value Value, int Block)?[] _memory = new (Value, int)?[plan.WorkspaceBlocks];

    public void Run()
    {
        // Targets are gathered together with the inputs; labels lie elsewhere.
        if (Loss is { Operation: Loss { Spec.TakesClasses: false } } loss)
        {
            Write(loss.Inputs[1], Blocks(loss.Inputs[1]));
        }

        foreach (Segment segment in plan.Segments)
        {
            Run(segment);
        }

        if (plan.Graph.Find(OutputRole.Prediction) is { } prediction)
        {
            Read(prediction, Blocks(prediction), "after the last segment");
        }
    }

    private Value? Loss => plan.Graph.Values.SingleOrDefault(value => value.Operation is Loss);

    private void Run(Segment segment)
    {
        string where = $"in {segment.Layer}.{segment.Direction}";
        Value[] operands = segment.Kind is SegmentKind.Input or SegmentKind.Parameters ? [] : segment.Anchor.Inputs.Where(input => input.Shape.IsBatch).ToArray();
        if (segment.Anchor.Operation is Loss { Spec.TakesClasses: true })
        {
            operands = [segment.Anchor.Inputs[0]];
        }

        if (segment.Kind is SegmentKind.Product)
        {
            // Each panel of the product is followed by the column-wise work on it; the operand is read whole for each.
            IEnumerable<int[]> panels = Blocks(segment.Result).Chunk(3);
            foreach (int[] panel in backwards ? panels.Reverse() : panels)
            {
                ReadWhole(operands, where);
                Write(segment.Result, panel);
                RunColumns(segment, panel, where);
            }

            return;
        }

        ReadWhole(operands, where);
        if (segment.Kind is SegmentKind.Input or SegmentKind.Softmax)
        {
            Write(segment.Result, Blocks(segment.Result));
        }

        if (segment.Kind == SegmentKind.Loss)
        {
            Write(WorkspaceLayout.Matrix(segment), Blocks(segment.Anchor.Inputs[0]));
        }

        if (segment.Columns is not null && segment.Kind != SegmentKind.Parameters)
        {
            RunColumns(segment, Blocks(segment.Columns.Body.First(value => value.Shape.IsBatch || value.Operation is SumRows)), where);
        }
    }

    private void RunColumns(Segment segment, IEnumerable<int> blocks, string where)
    {
        foreach (int block in backwards ? blocks.Reverse() : blocks)
        {
            foreach (ColumnLoop loop in segment.Columns?.Loops ?? [])
            {
                foreach (Value load in loop.Loads)
                {
                    Read(load, [block], where);
                }

                foreach (Value store in loop.Stores)
                {
                    Write(store, [block]);
                }
            }
        }
    }

    private void ReadWhole(Value[] operands, string where)
    {
        foreach (Value operand in operands)
        {
            Read(operand, Blocks(operand), where);
        }
    }

    private static IEnumerable<int> Blocks(Value value) => Enumerable.Range(0, ColumnBlock.Count(value.Shape.Columns));

    private void Write(Value value, IEnumerable<int> blocks)
    {
        foreach (int block in blocks)
        {
            _memory[Position(value, block)] = (value, block);
        }
    }

    private void Read(Value value, IEnumerable<int> blocks, string where)
    {
        foreach (int block in blocks)
        {
            var found = _memory[Position(value, block)];
            if (found != (value, block))
            {
                throw new InvalidOperationException($"Column block {block} of {value} is read {where}, but {found?.Value.ToString() ?? "nothing"} lies there.");
            }
        }
    }

    private int Position(Value value, int block) => ((WorkspaceMatrix)plan[value]).Block + block;
}
