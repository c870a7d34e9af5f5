using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>
/// The product of a batch matrix with a weight matrix, both in column blocks: register tiles of some rows by up to three
/// blocks, whose sums start with the bias. The inner dimension is a run-time number: specialising on it bought nothing
/// (96.7 % of peak either way at 784 x 300), so layers share the tiles. Only in small networks are they straight-line code.
/// </summary>
internal sealed class ProductKernels
{
    private readonly KernelLibrary library;
    private readonly ProductShapes shapes;

    public ProductKernels(KernelLibrary library)
    {
        this.library = library;
        shapes = library.Products;
    }

    /// <summary>The call of the kernel for many rows, up to the operands: with the inner dimension where the kernel is not made for it.</summary>
    public (string Name, string Inner) Require(int inner) => shapes.IsStraight
        ? (library.RequireByHead(
            $"Product{inner}",
            $"result = bias + left · right over {inner} columns of left, for a panel of up to three column blocks. Straight-line inside each tile.",
            "void",
            Parameters(""),
            (writer, target, name) => WriteStraight(writer, target, name, inner),
            (writer, target, name) => WriteStraightTiles(writer, target, name, inner)), "")
        : (library.RequireByHead(
            "Product",
            "result = bias + left · right over inner columns of left, for a panel of up to three column blocks.",
            "void",
            Parameters("nint inner, "),
            WritePanel,
            WriteTiles), Literal.Int(inner) + ", ");

    /// <summary>The kernel for a single row.</summary>
    public string RequireSingleRow() => library.RequireByHead(
        "ProductOfRow",
        "result = bias + left · right for a single row, over inner columns of left and any number of column blocks.",
        "void",
        "ref float left, nint inner, ref float right, ref float bias, ref float result, nint blocks",
        WriteSingleRow,
        WriteSingleRowTiles);

    private static string Parameters(string inner) =>
        $"ref float left, {inner}ref float right, ref float bias, ref float result, nint stride, nint rows, nint blocks";

    private void WritePanel(SourceWriter writer, Target target, string name)
    {
        writer.Line("nint rightStride = (inner + 15) / 16 * 256;");
        if (target.PanelBlocks == 1)
        {
            writer.Block("for (nint block = 0; block < blocks; block++)", () => WriteRows(writer, target, name, 1, "inner, ", "rightStride, ", "block * "));
        }
        else
        {
            Panel.WriteSwitch(writer, shapes.TileWidths(target.PanelBlocks), blocks => WriteRows(writer, target, name, blocks, "inner, ", "rightStride, ", null));
        }
    }

    /// <summary>Runs the tiles of one width down the rows.</summary>
    private void WriteRows(SourceWriter writer, Target target, string name, int blocks, string inner, string rightStride, string? block)
    {
        var heights = target.Heights(blocks);
        string Call(int height) =>
            $"{name}{height}x{blocks}(ref Unsafe.Add(ref left, row * 16), stride, {inner}ref {At("right", block is null ? null : block + rightStride.TrimEnd(' ', ','))}, {(blocks > 1 ? rightStride : "")}" +
            $"ref {At("bias", block is null ? null : block + "16")}, ref Unsafe.Add(ref result, {(block is null ? "" : block + "stride + ")}row * 16){(blocks > 1 ? ", stride" : "")});";
        writer.Line("nint row = 0;");
        if (heights.Count == 2)
        {
            int unit = heights[0];
            while (unit % heights[1] != 0)
            {
                unit += heights[0];
            }

            writer.Line($"nint tall = (rows + {heights[1] - 1}) / {heights[1]} * {heights[1]} / {unit} * {unit};");
            writer.Block($"for (; row < tall; row += {heights[0]})", () => writer.Line(Call(heights[0])));
        }

        int last = heights[heights.Count - 1];
        writer.Block($"for (; row < rows; row += {last})", () => writer.Line(Call(last)));
    }

    private static string At(string name, string? offset) => offset is null ? name : $"Unsafe.Add(ref {name}, {offset})";

    private void WriteSingleRow(SourceWriter writer, Target target, string name)
    {
        writer.Line("nint rightStride = (inner + 15) / 16 * 256;").Line("nint block = 0;");
        foreach (int blocks in SingleRowWidths(target))
        {
            writer.Block($"for (; block + {blocks} <= blocks; block += {blocks})", () => writer.Line(
                $"{name}1x{blocks}(ref left, 16, inner, ref Unsafe.Add(ref right, block * rightStride), {(blocks > 1 ? "rightStride, " : "")}" +
                $"ref Unsafe.Add(ref bias, block * 16), ref Unsafe.Add(ref result, block * 16){(blocks > 1 ? ", 16" : "")});"));
        }
    }

    private void WriteTiles(SourceWriter writer, Target target, string kernel)
    {
        foreach (int blocks in shapes.TileWidths(target.PanelBlocks))
        {
            foreach (int height in target.Heights(blocks))
            {
                WriteTile(writer, target, kernel, height, blocks);
            }
        }
    }

    private void WriteSingleRowTiles(SourceWriter writer, Target target, string kernel)
    {
        foreach (int blocks in SingleRowWidths(target))
        {
            WriteTile(writer, target, kernel, 1, blocks);
        }
    }

    private static void WriteTile(SourceWriter writer, Target target, string kernel, int height, int blocks)
    {
        var tile = new Tile(target, height, blocks);
        writer.Line();
        writer.Summary($"{height} {(height == 1 ? "row" : "rows")} by {blocks * 16} columns: {height * tile.Vectors} sums in registers.");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        string right = blocks > 1 ? "ref float right, nint rightStride" : "ref float right";
        string result = blocks > 1 ? "ref float result, nint resultStride" : "ref float result";
        writer.Block($"private static void {kernel}{height}x{blocks}(ref float left, nint leftStride, nint inner, {right}, ref float bias, {result})", () =>
        {
            tile.WriteReferences(writer, "right", "rightStride");
            tile.WriteStart(writer, vector => target.Load("bias", Literal.Int(vector * target.Lanes)));
            writer.Block("while (true)", () =>
            {
                if (height > 1 && (blocks > 1 || target.PanelBlocks == 1))
                {
                    writer.Line("// The same rows of the next column block, on their way while this one is multiplied.");
                    writer.Line("ref float next = ref Unsafe.Add(ref left, leftStride);");
                    writer.Statements(Enumerable.Range(0, height).Select(row => $"Prefetch.ToL1(ref Unsafe.Add(ref next, {row * 16}));"));
                }

                writer.Line("nint columns = inner < 16 ? inner : 16;");
                writer.Line("ref float end = ref Unsafe.Add(ref left, columns);");
                writer.Line("do");
                writer.Block("", () =>
                {
                    tile.WriteStep(writer, "right", 0, row => row == 0 ? "left" : $"Unsafe.Add(ref left, {row * 16})");
                    writer.Line("left = ref Unsafe.Add(ref left, 1);");
                    tile.WriteAdvance(writer, "right", 16);
                });
                writer.Line("while (Unsafe.IsAddressLessThan(ref left, ref end));");
                writer.Line("inner -= columns;");
                writer.Block("if (inner == 0)", () => writer.Line("break;"));
                writer.Line("left = ref Unsafe.Add(ref left, leftStride - 16);");
            });
            tile.WriteStore(writer, "result", "resultStride");
        });
    }

    private void WriteStraight(SourceWriter writer, Target target, string name, int inner)
    {
        string Call(int blocks) => $"{name}{target.StraightHeight(blocks)}x{blocks}(ref Unsafe.Add(ref left, row * 16), {(inner > 16 ? "stride, " : "")}ref Unsafe.Add(ref right, block * {ColumnBlock.Padded(inner) * 16}), " +
            $"ref Unsafe.Add(ref bias, block * 16), ref Unsafe.Add(ref result, block * stride + row * 16){(blocks > 1 ? ", stride" : "")});";
        writer.Line("nint block = 0;");
        foreach (int blocks in StraightWidths(target))
        {
            writer.Block($"for (; block + {blocks} <= blocks; block += {blocks})", () =>
                writer.Block($"for (nint row = 0; row < rows; row += {target.StraightHeight(blocks)})", () => writer.Line(Call(blocks))));
        }
    }

    private void WriteStraightTiles(SourceWriter writer, Target target, string kernel, int inner)
    {
        foreach (int blocks in StraightWidths(target))
        {
            int height = target.StraightHeight(blocks);
            var tile = new Tile(target, height, blocks);
            writer.Line();
            writer.Summary($"{height} rows by {blocks * 16} columns over {inner} columns of left.");
            writer.Line("[MethodImpl(AggressiveOptimization)]");
            string result = blocks > 1 ? "ref float result, nint resultStride" : "ref float result";
            writer.Block($"private static void {kernel}{height}x{blocks}(ref float left, {(inner > 16 ? "nint leftStride, " : "")}ref float right, ref float bias, {result})", () =>
            {
                for (int block = 1; block < blocks; block++)
                {
                    writer.Line($"ref float right{block} = ref Unsafe.Add(ref right, {block * ColumnBlock.Padded(inner) * 16});");
                }

                tile.WriteStart(writer, vector => target.Load("bias", Literal.Int(vector * target.Lanes)));
                for (int column = 0; column < inner; column++)
                {
                    if (column == 16)
                    {
                        writer.Line("left = ref Unsafe.Add(ref left, leftStride);");
                    }

                    tile.WriteStep(writer, "right", column * 16, row => row * 16 + column % 16 == 0 ? "left" : $"Unsafe.Add(ref left, {row * 16 + column % 16})");
                }

                tile.WriteStore(writer, "result", "resultStride");
            });
        }
    }

    private IEnumerable<int> SingleRowWidths(Target target)
    {
        for (int blocks = target.SingleRowBlocks; blocks >= 1; blocks /= 2)
        {
            if (blocks == 1 || blocks <= shapes.WidestBlocks)
            {
                yield return blocks;
            }
        }
    }

    /// <summary>Straight-line tiles are one or two blocks wide, with enough sums to keep the multipliers busy.</summary>
    private IEnumerable<int> StraightWidths(Target target)
    {
        bool hasPairs = target.Tiles.StraightBlocks > 1 && shapes.PanelWidths.Any(width => width >= 2);
        bool hasSingles = !hasPairs || shapes.PanelWidths.Any(width => width % 2 == 1);
        return hasPairs ? hasSingles ? [2, 1] : [2] : [1];
    }
}
