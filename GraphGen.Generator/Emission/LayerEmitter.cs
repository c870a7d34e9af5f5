using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Emits the methods of one layer: what it does in each direction, panel by panel, by calls of kernels. They are generic over
/// the target's kernels, so that the text exists once.
/// </summary>
internal sealed class LayerEmitter
{
    private const string Arguments = "NetworkMemory memory, ref float workspace, nint rows, nint stride";

    private readonly NetworkPlan plan;
    private readonly KernelLibrary library;
    private readonly UpdateKernels update;
    private readonly ProductKernels products;
    private readonly WeightGradientKernels weightGradients;

    public LayerEmitter(NetworkPlan plan, KernelLibrary library, UpdateKernels update)
    {
        this.plan = plan;
        this.library = library;
        this.update = update;
        products = new ProductKernels(library);
        weightGradients = new WeightGradientKernels(library, update.Weights);
    }

    /// <summary>A segment's method; weight gradients have two, one that keeps the gradient and one that uses it.</summary>
    public void WriteSegment(SourceWriter writer, GraphPlan graph, Addresses addresses, Segment segment, string method)
    {
        switch (segment.Kind)
        {
            case SegmentKind.Product:
                WriteProduct(writer, graph, addresses, segment, method);
                break;
            case SegmentKind.WeightGradient:
                WriteWeightGradient(writer, addresses, segment, updates: false);
                if (plan.IsFused && plan.Training.CompletesGradient(segment))
                {
                    WriteWeightGradient(writer, addresses, segment, updates: true);
                }

                break;
            case SegmentKind.Loss:
                WriteLoss(writer, addresses, segment, method);
                break;
            case SegmentKind.Softmax:
                if (segment.Anchor.Operation is SoftmaxGradient)
                {
                    WriteSoftmaxGradient(writer, addresses, segment, method);
                }
                else
                {
                    WriteSoftmax(writer, addresses, segment, method);
                }

                break;
            default:
                WriteColumns(writer, graph, addresses, segment, method);
                break;
        }
    }

    /// <summary>The seed and the number under which a graph draws.</summary>
    private string DrawnUnder(GraphPlan graph) => graph == plan.Sampling ? "seed, sample"
        : plan.Network.AccumulatedBatches == 1 ? "memory.Seed, memory.Step"
        : $"memory.Seed, (memory.Step * {Literal.Int(plan.Network.AccumulatedBatches)}) + (uint)memory.Accumulated";

    private static void Method(SourceWriter writer, string summary, string head, Action body)
    {
        writer.Line();
        writer.Summary(summary);
        writer.Block($"public static {head}", body);
    }

    private void WriteProduct(SourceWriter writer, GraphPlan graph, Addresses addresses, Segment segment, string method)
    {
        var product = (MatMul)segment.Anchor.Operation;
        Value left = segment.Anchor.Inputs[0], right = segment.Anchor.Inputs[1];
        int inner = left.Shape.Columns, blocks = ColumnBlock.Count(segment.Result.Shape.Columns);
        var columns = segment.Columns is null ? null : ColumnKernels.Require(library, segment.Columns);
        bool isShared = plan.Shared.Contains(graph);
        Method(writer, ProductSummary(segment, product.TransposeRight), $"void {method}({Arguments}{(isShared ? SharedArguments(segment, columns) : SampleArguments(columns))}{Scalars(columns)})", () =>
        {
            var locals = new Locals(writer, addresses, DrawnUnder(graph));
            locals.Declare("left", addresses.Of(left));
            locals.Declare("right", product.TransposeRight
                ? Addresses.OfTransposed(((ParameterLeaf)right.Operation).Parameter)
                : addresses.Of(right));
            locals.Declare("bias", segment.Bias is null ? "ref memory.Derived.Start" : addresses.Of(segment.Bias));
            locals.Declare(segment.Result, "result");
            locals.Declare(columns);
            string rightBlock = Literal.Int(ColumnBlock.Padded(inner) * 16);
            var kernel = products.Require(inner);
            string Product(Panel panel) =>
                $"TKernels.{kernel.Name}(ref left, {kernel.Inner}{panel.At("right", rightBlock)}, " +
                $"{panel.At("bias", "16")}, {panel.At("result", "stride")}, stride, rows, {panel.Blocks});";
            if (isShared)
            {
                void Write(Panel panel)
                {
                    writer.Line(Product(panel));
                    WriteCall(writer, locals, columns, panel, FirstElement(segment));
                }

                if (segment.Split == Split.Columns)
                {
                    Panel.WriteShared(writer, Write);
                }
                else
                {
                    Panel.WriteEach(writer, blocks, Write);
                }

                return;
            }

            if (graph == plan.Sampling)
            {
                Panel.WriteEach(writer, blocks, panel => writer.Line(Product(panel)));
                WriteCall(writer, locals, columns, Panel.Whole(blocks), FirstSampledElement(segment));
                return;
            }

            writer.Line("// A stride of one row: that row lies in one piece and has a kernel of its own.");
            writer.Block("if (stride == 16)", () => writer.Line(
                $"TKernels.{products.RequireSingleRow()}(ref left, {Literal.Int(inner)}, ref right, ref bias, ref result, {Literal.Int(blocks)});"));
            writer.Block("else", () => Panel.WriteEach(writer, blocks, panel => writer.Line(Product(panel))));
            WriteCall(writer, locals, columns, Panel.Whole(blocks));
        });
    }

    /// <summary>What a thread's share adds to a method's parameters: its columns, or, where elements are counted, its first row.</summary>
    private static string SharedArguments(Segment segment, ColumnKernels? columns) =>
        segment.Split == Split.Columns ? ", BlockRange columns"
        : columns is { Draws.Count: > 0 } ? ", nint firstRow" : "";

    /// <summary>What a prediction with dropout adds to the parameters of a method that drops: which of its samples it is, and the first row.</summary>
    private static string SampleArguments(ColumnKernels? columns) =>
        columns is { Draws.Count: > 0 } ? ", ulong seed, uint sample, nint firstRow" : "";

    /// <summary>The number of a share's first element, which names it among those that numbers are drawn for.</summary>
    private static string FirstElement(Segment segment) => segment.Split == Split.Rows ? FirstSampledElement(segment) : "";

    private static string FirstSampledElement(Segment segment) => $"firstRow * {Literal.Int(ColumnBlock.Padded(segment.Result.Shape.Columns))} + ";

    private static string ProductSummary(Segment segment, bool isTransposed)
    {
        Value left = segment.Anchor.Inputs[0], right = segment.Anchor.Inputs[1];
        string product = $"{left.Layer} {left.Name} · {right.Layer} {right.Name}{(isTransposed ? "ᵀ" : "")}";
        return Describe(segment, $"{segment.Result.Name} = {product}{(segment.Bias is null ? "" : " + bias")}   {left.Shape} · {right.Shape}{(isTransposed ? "ᵀ" : "")}");
    }

    /// <summary>The anchor's formula and those of the column-wise work behind it.</summary>
    private static string Describe(Segment segment, string anchor)
    {
        var program = new ElementProgram();
        program.Name(segment.Result);
        return string.Join("\n", new[] { anchor }.Concat(segment.Body.Select(program.Formula)));
    }

    private void WriteWeightGradient(SourceWriter writer, Addresses addresses, Segment segment, bool updates)
    {
        Value left = segment.Anchor.Inputs[0], right = segment.Anchor.Inputs[1];
        var weight = plan.Training.WeightOf(segment);
        string kernel = updates ? weightGradients.RequireUpdate(segment) : weightGradients.RequireGradient(segment);
        string whose = weight.Layer == segment.Layer ? "gradient" : $"{weight.Layer} weight gradient";
        string sign = segment.Earlier is null ? "=" : segment.Body.Any(value => value.Operation is Subtract) ? "−=" : "+=";
        string summary = $"{whose} {sign} ({left.Layer} {left.Name})ᵀ · {right.Layer} {right.Name}   {weight.Shape}" + (updates ? "\nand at once the optimizer's step on the weights." : ", kept in the gradient arena.");
        bool byRows = segment.Split == Split.WeightRows;
        string shared = byRows ? "BlockRange rowBlocks" : "BlockRange columns";
        Method(writer, summary, $"void {(updates ? "UpdateWeights" : segment.Direction)}({Arguments}, {shared}{(updates ? update.Weights.ScalarParameters : "")})", () =>
        {
            var locals = new Locals(writer, addresses, "");
            locals.Declare("left", addresses.Of(left));
            locals.Declare("right", addresses.Of(right));
            var matrices = weightGradients.Matrices(segment, updates);
            foreach (string matrix in matrices)
            {
                locals.Declare(matrix, $"ref memory.{UpdateKernel.ArenaOf(matrix)}.At(Offsets.{weight.Identifier})");
            }

            string block = Literal.Int(ColumnBlock.Padded(weight.Shape.Rows) * 16), height = Literal.Int(weight.Shape.Rows);
            if (byRows)
            {
                writer.Line("nint first = rowBlocks.First * 16;");
                writer.Line($"nint height = nint.Min(rowBlocks.End * 16, {height}) - first;");
                foreach (string moved in matrices)
                {
                    writer.Line($"{moved} = ref Unsafe.Add(ref {moved}, first * 16);");
                }

                writer.Line("left = ref Unsafe.Add(ref left, rowBlocks.First * stride);");
                height = "height";
            }

            void Write(Panel panel) => writer.Line(
                $"TKernels.{kernel}(ref left, {panel.At("right", "stride")}, stride, rows, {height}, {block}, " +
                $"{string.Concat(matrices.Select(matrix => panel.At(matrix, block) + ", "))}{panel.Blocks}{(updates ? update.Weights.ScalarArguments : "")});");
            if (byRows)
            {
                Panel.WriteEach(writer, ColumnBlock.Count(weight.Shape.Columns), Write);
            }
            else
            {
                Panel.WriteShared(writer, Write);
            }
        });
    }

    private void WriteLoss(SourceWriter writer, Addresses addresses, Segment segment, string method)
    {
        Value logits = segment.Anchor.Inputs[0];
        var loss = (Loss)segment.Anchor.Operation;
        string kernel = LossKernels.Require(library, loss, logits.Shape.Columns);
        Method(writer, $"The loss of each row, and the gradient of its mean by {logits.Layer} {logits.Name}.", $"void {method}({Arguments}, nint firstRow, float inverseRows)", () =>
        {
            var locals = new Locals(writer, addresses, "");
            locals.Declare("logits", addresses.Of(logits));
            bool hasLabels = loss.Spec.TakesClasses;
            if (!hasLabels)
            {
                locals.Declare("expected", addresses.Of(segment.Anchor.Inputs[1]));
            }

            locals.Declare(WorkspaceLayout.Matrix(segment), "gradient");
            string expected = hasLabels ? "ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory.Labels), firstRow)" : "ref expected";
            string hits = !loss.Spec.CountsHits ? "" : "ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory.HitCounts), firstRow / 8), ";
            writer.Line("ref double losses = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory.Losses), firstRow / 8);");
            string weights = loss.HasWeights ? "ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory.RowWeights), firstRow), " : "";
            string share = segment.Result.Operation is LossGradient { Factor: not 1 and var factor } ? "inverseRows * " + Literal.Float(factor) : "inverseRows";
            writer.Line($"TKernels.{kernel}(ref logits, {expected}, {weights}ref gradient, ref losses, {hits}stride, rows, {share});");
        });
    }

    private void WriteSoftmax(SourceWriter writer, Addresses addresses, Segment segment, string method)
    {
        var logits = segment.Anchor.Inputs[0];
        string kernel = LossKernels.RequireSoftmax(library, logits.Shape.Columns);
        Method(writer, "probabilities = softmax of each row.", $"void {method}({Arguments})", () =>
        {
            var locals = new Locals(writer, addresses, "");
            locals.Declare("logits", addresses.Of(logits));
            locals.Declare(segment.Anchor, "probabilities");
            writer.Line($"TKernels.{kernel}(ref logits, ref probabilities, stride, rows);");
        });
    }

    private void WriteSoftmaxGradient(SourceWriter writer, Addresses addresses, Segment segment, string method)
    {
        Value gradient = segment.Anchor.Inputs[0], output = segment.Anchor.Inputs[1];
        string kernel = SoftmaxGradientKernel.Require(library, output.Shape.Columns);
        Method(writer, $"{segment.Anchor.Name} = {output.Name} ({gradient.Name} − Σ {gradient.Name} · {output.Name}) in each row.", $"void {method}({Arguments})", () =>
        {
            var locals = new Locals(writer, addresses, "");
            locals.Declare("gradient", addresses.Of(gradient));
            locals.Declare("probabilities", addresses.Of(output));
            locals.Declare(segment.Anchor, "result");
            writer.Line($"TKernels.{kernel}(ref gradient, ref probabilities, ref result, stride, rows);");
        });
    }

    /// <summary>Column-wise work alone: on the input's rows, on vectors, or on a weight matrix.</summary>
    private void WriteColumns(SourceWriter writer, GraphPlan graph, Addresses addresses, Segment segment, string method)
    {
        var columns = ColumnKernels.Require(library, segment.Columns!);
        var matrix = columns.Matrices.FirstOrDefault();
        bool isBatch = matrix is { Shape.IsBatch: true }, isShared = !isBatch || plan.Shared.Contains(graph);
        string arguments = (isBatch ? Arguments : "NetworkMemory memory") + (isShared ? SharedArguments(segment, columns) : SampleArguments(columns));
        Method(writer, string.Join("\n", segment.Body.Select(new ElementProgram().Formula)), $"void {method}({arguments}{Scalars(columns)})", () =>
        {
            var locals = new Locals(writer, addresses, DrawnUnder(graph));
            if (matrix is { Shape.IsBatch: false })
            {
                writer.Line($"const int stride = {Literal.Int(ColumnBlock.Padded(matrix.Shape.Rows) * 16)}, rows = {Literal.Int(matrix.Shape.Rows)};");
            }

            locals.Declare(columns);
            if (isShared && segment.Split == Split.Columns)
            {
                WriteCall(writer, locals, columns, Panel.Shared(writer));
            }
            else
            {
                WriteCall(writer, locals, columns, Panel.Whole(segment.Blocks), isShared ? FirstElement(segment) : FirstSampledElement(segment));
            }
        });
    }

    private static string Scalars(ColumnKernels? columns) =>
        columns is null ? "" : string.Concat(columns.Scalars.Select(scalar => $", float {ColumnKernels.NumberOf(scalar)}"));

    private static void WriteCall(SourceWriter writer, Locals locals, ColumnKernels? columns, Panel panel, string firstElement = "")
    {
        if (columns is null)
        {
            return;
        }

        var arguments = columns.Matrices.Select(matrix => panel.At(locals.Name(matrix), "stride"))
            .Concat(columns.LoadedVectors.Concat(columns.StoredVectors).Select(vector => panel.At(locals.Name(vector), "16")))
            .Concat(columns.Draws.Select((_, index) => $"in key{index}"))
            .Concat(columns.Draws.Count > 0 ? [firstElement + panel.FirstColumn] : Array.Empty<string>())
            .Concat(columns.Scalars.Select(ColumnKernels.NumberOf))
            .Concat(columns.Matrices.Count > 0 ? ["stride", "rows"] : Array.Empty<string>());
        writer.Line($"TKernels.{columns.Name}({string.Join(", ", arguments)}, {panel.Blocks});");
    }

    /// <summary>The references that a method declares, each under a name of its own.</summary>
    private sealed class Locals(SourceWriter writer, Addresses addresses, string step)
    {
        private readonly Dictionary<Value, string> names = [];

        public string Name(Value value) => names[value];

        public void Declare(string name, string address) => writer.Line($"ref float {name} = {address};");

        public void Declare(Value value, string name)
        {
            names.Add(value, name);
            Declare(name, addresses.Of(value));
        }

        /// <summary>Declares what a column kernel works on and is not declared yet, and its dropout keys.</summary>
        public void Declare(ColumnKernels? columns)
        {
            if (columns is null)
            {
                return;
            }

            foreach (var value in columns.Matrices.Concat(columns.LoadedVectors).Concat(columns.StoredVectors).Where(value => !names.ContainsKey(value)))
            {
                Declare(value, addresses.Local(value));
            }

            for (int index = 0; index < columns.Draws.Count; index++)
            {
                var draw = columns.Draws[index];
                double rate = draw switch { Drop drop => drop.Rate, AlphaDrop drop => drop.Rate, _ => 0 };
                writer.Line($"var key{index} = new DropoutKey({step}, {Literal.Int(draw.Layer)}, {Literal.Double(rate)});");
            }
        }
    }
}
