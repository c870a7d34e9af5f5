using GraphGen.Generator.Graph;
using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The product of a layer's input with its output's gradient, or the other way round, over the rows of the batch. A tile's sums are whole gradients
/// when the rows end, so what follows (a penalty, the optimizer's update) happens in registers and the gradient itself need
/// not be written.
/// </summary>
internal sealed class WeightGradientKernels
{
    private readonly KernelLibrary library;
    private readonly UpdateKernel update;

    public WeightGradientKernels(KernelLibrary library, UpdateKernel update)
    {
        this.library = library;
        this.update = update;
    }

    /// <summary>The kernel that writes a layer's weight gradient.</summary>
    public string RequireGradient(Segment segment) => Require(segment, updates: false);

    /// <summary>The kernel that updates a layer's weights.</summary>
    public string RequireUpdate(Segment segment) => Require(segment, updates: true);

    /// <summary>Names of the references to matrices of the weights' shape, in the order of the kernel's parameters.</summary>
    public IReadOnlyList<string> Matrices(Segment segment, bool updates) =>
    [
        .. updates || IsPenalized(segment) ? ["weights"] : Array.Empty<string>(),
        .. !updates || segment.Earlier is not null ? ["gradients"] : Array.Empty<string>(),
        .. updates ? update.Memory.Select(memory => memory + "s") : [],
    ];

    private static bool IsPenalized(Segment segment) => Leaves(segment).Any(leaf => leaf.Operation is ParameterLeaf);

    /// <summary>What the work behind a product reads besides it.</summary>
    private static IEnumerable<Value> Leaves(Segment segment) =>
        segment.Body.SelectMany(value => value.Inputs).Where(input => input.Operation is ParameterLeaf || input == segment.Earlier).Distinct();

    private static string NameOf(Segment segment, bool updates)
    {
        string penalty = IsPenalized(segment) ? "Penalized" : "";
        bool subtracts = segment.Body.Any(value => value.Operation is Subtract);
        return (updates, segment.Earlier) switch
        {
            (true, null) => $"Update{penalty}Weights",
            (true, _) => $"Update{penalty}WeightsBy{(subtracts ? "Difference" : "Sum")}",
            (false, null) => $"{penalty}WeightGradient",
            _ => $"{(subtracts ? "Subtract" : "Add")}{penalty}WeightGradient",
        };
    }

    private string Require(Segment segment, bool updates)
    {
        var matrices = Matrices(segment, updates);
        string scalars = updates ? update.ScalarParameters : "";
        return library.RequireByHead(
            NameOf(segment, updates),
            Summary(segment, updates),
            "void",
            $"ref float left, ref float right, nint stride, nint rows, nint height, nint weightStride, {string.Concat(matrices.Select(matrix => $"ref float {matrix}, "))}nint blocks{scalars}",
            (writer, target, name) => WritePanel(writer, target, name, matrices, updates),
            (writer, target, name) => WriteHelpers(writer, target, name, segment, matrices, updates));
    }

    private string Summary(Segment segment, bool updates)
    {
        var program = new ElementProgram();
        program.Bind(segment.Anchor, segment.Body.Count > 0 ? "weightGradient" : "gradient");
        if (segment.Body.Count > 0)
        {
            program.Bind(segment.Outcome, "gradient");
        }

        if (segment.Earlier is not null)
        {
            program.Bind(segment.Earlier, "earlierWeightGradient");
        }

        var lines = new List<string> { $"{program.Name(segment.Anchor)} = leftᵀ · right over the rows of the batch, for a panel of up to three column blocks." };
        lines.AddRange(segment.Body.Select(program.Formula));
        if (updates)
        {
            lines.Add(update.Formulas());
        }

        return string.Join("\n", lines);
    }

    /// <summary>Tiles inside the 16 rows of the weights that belong to one column block of the left matrix: first row and height.</summary>
    private static IReadOnlyList<(int First, int Height)> Split(Target target, int blocks)
    {
        var heights = target.InputHeights(blocks);
        return heights.Select((height, index) => (heights.Take(index).Sum(), height)).ToList();
    }

    /// <summary>Tiles that fit a number of rows below 16: from the top whole ones as long as they fit, then the smallest that suffices.</summary>
    private static IReadOnlyList<(int First, int Height)> SplitExactly(Target target, int blocks, int rest)
    {
        var heights = target.InputHeights(blocks).Concat([8, 4, 2, 1]).Where(height => height <= target.InputHeights(blocks)[0]).Distinct().ToList();
        var tiles = new List<(int, int)>();
        for (int first = 0; first < rest;)
        {
            int left = rest - first;
            var fitting = heights.Where(height => height <= left && height >= Math.Min(4, heights[0])).ToList();
            int next = fitting.Count > 0 ? fitting.Max() : heights.Where(height => height >= left).Min();
            tiles.Add((first, next));
            first += next;
        }

        return tiles;
    }

    private void WritePanel(SourceWriter writer, Target target, string name, IReadOnlyList<string> matrices, bool updates)
    {
        if (target.PanelBlocks == 1)
        {
            writer.Block("for (nint block = 0; block < blocks; block++)", () =>
                WriteInputBlocks(writer, target, name, 1, matrices, updates, "block * stride", "block * weightStride + "));
            return;
        }

        Panel.WriteSwitch(writer, library.Products.WeightTileWidths(target.PanelBlocks), blocks => WriteInputBlocks(writer, target, name, blocks, matrices, updates, "0", ""));
    }

    private void WriteInputBlocks(
        SourceWriter writer, Target target, string name, int blocks, IReadOnlyList<string> matrices, bool updates, string rightOffset, string matrixOffset)
    {
        string strides = blocks > 1 ? "stride, " : "";
        string weightStride = blocks > 1 ? ", weightStride" : "";
        string scalars = updates ? update.ScalarArguments : "";
        writer.Line("nint first = 0;").Line("ref float block16 = ref left;");
        writer.Block("for (; first + 16 <= height; first += 16)", () =>
        {
            WriteBlock();
            writer.Line("block16 = ref Unsafe.Add(ref block16, stride);");
        });
        var rests = library.Products.WeightRests(blocks);
        Panel.WriteCases(
            writer,
            rests.Where(rest => rest.Exactly).Select(rest => ($"height - first == {rest.Height}", (Action)(() => WriteCalls(SplitExactly(target, blocks, rest.Height))))),
            rests.Any(rest => !rest.Exactly) ? () => WriteWholeTiles() : null);

        void WriteBlock()
        {
            var tiles = Split(target, blocks);
            if (tiles.Count > 3)
            {
                writer.Block($"for (nint part = 0; part < 16; part += {tiles[0].Height})", () => WriteCall("part", tiles[0].Height));
            }
            else
            {
                WriteCalls(tiles);
            }
        }

        void WriteWholeTiles()
        {
            foreach (var tile in Split(target, blocks))
            {
                writer.Block($"if (height - first > {tile.First})", () => WriteCalls([tile]));
            }
        }

        void WriteCalls(IEnumerable<(int First, int Height)> tiles)
        {
            foreach (var (part, height) in tiles)
            {
                WriteCall(Literal.Int(part), height);
            }
        }

        void WriteCall(string part, int height)
        {
            string row = part == "0" ? "first" : $"(first + {part})";
            string block = part == "0" ? "block16" : $"Unsafe.Add(ref block16, {part})";
            string right = rightOffset == "0" ? "right" : $"Unsafe.Add(ref right, {rightOffset})";
            string references = string.Concat(matrices.Select(matrix => $", ref Unsafe.Add(ref {matrix}, {matrixOffset}{row} * 16)"));
            writer.Line($"{name}{height}x{blocks}(ref {block}, ref {right}, {strides}rows{references}{weightStride}{scalars});");
        }
    }

    private void WriteHelpers(SourceWriter writer, Target target, string name, Segment segment, IReadOnlyList<string> matrices, bool updates)
    {
        bool isPlainStore = !updates && segment.Body.Count == 0;
        if (!isPlainStore)
        {
            WriteFinish(writer, target, name, segment, matrices, updates);
        }

        foreach (int blocks in library.Products.WeightTileWidths(target.PanelBlocks))
        {
            var rests = library.Products.WeightRests(blocks).Where(rest => rest.Exactly).SelectMany(rest => SplitExactly(target, blocks, rest.Height));
            foreach (int height in Split(target, blocks).Concat(rests).Select(tile => tile.Height).Distinct())
            {
                WriteTile(writer, target, name, height, blocks, matrices, updates, isPlainStore);
            }
        }
    }

    private void WriteTile(
        SourceWriter writer, Target target, string name, int height, int blocks, IReadOnlyList<string> matrices, bool updates, bool isPlainStore)
    {
        var tile = new Tile(target, height, blocks);
        string stride = blocks > 1 ? "nint stride, " : "";
        string weightStride = blocks > 1 ? ", nint weightStride" : "";
        string scalars = updates ? update.ScalarParameters : "";
        writer.Line();
        writer.Summary($"{height} rows of the weights by {blocks * 16} columns: {height * tile.Vectors} sums in registers.");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        writer.Block($"private static void {name}{height}x{blocks}(ref float left, ref float right, {stride}nint rows{string.Concat(matrices.Select(matrix => $", ref float {matrix}"))}{weightStride}{scalars})", () =>
        {
            tile.WriteReferences(writer, "right", "stride");
            tile.WriteStart(writer, _ => target.Type + ".Zero");
            writer.Block("for (; rows > 0; rows--)", () =>
            {
                tile.WriteStep(writer, "right", 0, row => row == 0 ? "left" : $"Unsafe.Add(ref left, {row})");
                writer.Line("left = ref Unsafe.Add(ref left, 16);");
                tile.WriteAdvance(writer, "right", 16);
            });
            if (isPlainStore)
            {
                tile.WriteStore(writer, matrices[0], "weightStride");
                return;
            }

            if (updates)
            {
                update.WriteScalars(writer, target);
            }

            string lanes = updates ? string.Concat(update.Scalars.Select(scalar => $", {UpdateKernel.NameOf(scalar)}Lanes")) : "";
            string references = string.Concat(matrices.Select(matrix => $"ref {matrix}, "));
            tile.WriteEach(writer, string.Join(" ", matrices), "weightStride", (sum, offset) => $"{name}Finish({sum}, {references}{offset}{lanes});");
        });
    }

    /// <summary>What happens to a finished sum.</summary>
    private void WriteFinish(SourceWriter writer, Target target, string name, Segment segment, IReadOnlyList<string> matrices, bool updates)
    {
        var program = new ElementProgram("gradient", "parameter");
        string lanes = updates ? string.Concat(update.Scalars.Select(scalar => $", {target.Type} {UpdateKernel.NameOf(scalar)}Lanes")) : "";
        string sum = segment.Body.Count > 0 ? "weightGradient" : "gradient";
        program.Bind(segment.Anchor, sum);
        writer.Line();
        writer.Line("[MethodImpl(AggressiveInlining)]");
        writer.Block($"private static void {name}Finish({target.Type} {sum}, {string.Concat(matrices.Select(matrix => $"ref float {matrix}, "))}nuint offset{lanes})", () =>
        {
            if (segment.Body.Count > 0)
            {
                foreach (var leaf in Leaves(segment))
                {
                    bool isParameter = leaf.Operation is ParameterLeaf;
                    program.Bind(leaf, isParameter ? "parameter" : "earlier");
                    writer.Line($"var {program.Name(leaf)} = {target.Static}.LoadUnsafe(ref {(isParameter ? "weights" : "gradients")}, offset);");
                }

                program.Bind(segment.Outcome, "gradient");
                program.Write(writer, target, segment.Body);
            }

            if (updates)
            {
                update.WriteUpdate(writer, target, "weights", "offset", parameterIsLoaded: IsPenalized(segment));
            }
            else
            {
                writer.Line("gradient.StoreUnsafe(ref gradients, offset);");
            }
        });
    }
}
