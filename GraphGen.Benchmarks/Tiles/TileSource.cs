using GraphGen.Generator.Emission;
using GraphGen.Generator.Planning;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>
/// The text of a shape of tile as a class of its own: the loops of a network's kernels for a panel of that width around the
/// compiler's own <see cref="Tile"/>.
/// </summary>
internal static class TileSource
{
    /// <summary>The class's name.</summary>
    public static string NameOf(TileShape shape) => $"Tile{shape}";

    /// <summary>A file with a class for each candidate.</summary>
    public static string Write(Target target, IEnumerable<TileCandidate> candidates)
    {
        var writer = new SourceWriter();
        writer.Line("using System.Runtime.CompilerServices;\nusing System.Runtime.Intrinsics;\nusing GraphGen.Execution;\n" + target.Using);
        foreach (TileCandidate candidate in candidates)
        {
            writer.Line().Block($"public static class {NameOf(candidate.Shape)}", () =>
            {
                WriteForward(writer, target, candidate.Shape.Blocks, candidate.Batch);
                WriteWeightGradient(writer, target, candidate.Shape.Blocks, candidate.Input);
            });
        }

        return writer.ToString();
    }

    private static void WriteForward(SourceWriter writer, Target target, int blocks, BatchColumn column)
    {
        int tall = column.Heights[0], last = column.Heights[^1];
        const string operands = "ref float right, ref float bias, ref float result";
        Method(writer, $"public static void Forward(ref float left, int inner, {operands}, int stride, int rows)", () =>
        {
            writer.Line("nint rightStride = (inner + 15) / 16 * 256, row = 0;");
            writer.Block($"for (nint end = rows / {column.Period} * {column.Period}; row < end; row += {tall})", () => Call(tall));
            writer.Block($"for (; row < rows; row += {last})", () => Call(last));
        });
        foreach (int height in column.Heights)
        {
            var tile = new Tile(target, height, blocks);
            Method(writer, $"private static void Forward{height}(ref float left, nint inner, {operands}, nint rightStride, nint stride)", () =>
            {
                tile.WriteReferences(writer, "right", "rightStride");
                tile.WriteStart(writer, vector => target.Load("bias", Literal.Int(vector * target.Lanes)));
                writer.Block("while (true)", () =>
                {
                    if (blocks * target.VectorsPerBlock > 1)
                    {
                        writer.Line("ref float next = ref Unsafe.Add(ref left, stride);");
                        writer.Statements(Enumerable.Range(0, height).Select(row => $"Prefetch.ToL1(ref Unsafe.Add(ref next, {row * 16}));"));
                    }

                    writer.Line("nint columns = inner < 16 ? inner : 16;\nref float end = ref Unsafe.Add(ref left, columns);\ndo");
                    writer.Block("", () =>
                    {
                        tile.WriteStep(writer, "right", 0, row => $"Unsafe.Add(ref left, {row * 16})");
                        writer.Line("left = ref Unsafe.Add(ref left, 1);");
                        tile.WriteAdvance(writer, "right", 16);
                    });
                    writer.Line("while (Unsafe.IsAddressLessThan(ref left, ref end));").Line("inner -= columns;");
                    writer.Block("if (inner == 0)", () => writer.Line("break;"));
                    writer.Line("left = ref Unsafe.Add(ref left, stride - 16);");
                });
                tile.WriteStore(writer, "result", "stride");
            });
        }

        void Call(int height) => writer.Line(
            $"Forward{height}(ref Unsafe.Add(ref left, row * 16), inner, ref right, ref bias, " +
            "ref Unsafe.Add(ref result, row * 16), rightStride, stride);");
    }

    private static void WriteWeightGradient(SourceWriter writer, Target target, int blocks, InputColumn column)
    {
        const string operands = "ref float input, ref float slope";
        Method(writer, $"public static void WeightGradient({operands}, int stride, int rows, int inputs, ref float gradient)", () =>
        {
            writer.Line("nint gradientStride = (inputs + 15) / 16 * 256;");
            writer.Block("for (nint first = 0; first < inputs; first += 16)", () =>
            {
                writer.Line("ref float block = ref Unsafe.Add(ref input, first / 16 * stride);");
                int start = 0;
                foreach (int height in column.Heights)
                {
                    writer.Block($"if (inputs - first > {start})", () => writer.Line(
                        $"WeightGradient{height}(ref Unsafe.Add(ref block, {start}), ref slope, stride, rows, " +
                        $"ref Unsafe.Add(ref gradient, (first + {start}) * 16), gradientStride);"));
                    start += height;
                }
            });
        });
        foreach (int height in column.Heights.Distinct())
        {
            var tile = new Tile(target, height, blocks);
            string parameters = operands + ", nint stride, nint rows, ref float gradient, nint gradientStride";
            Method(writer, $"private static void WeightGradient{height}({parameters})", () =>
            {
                tile.WriteReferences(writer, "slope", "stride");
                tile.WriteStart(writer, _ => target.Type + ".Zero");
                writer.Block("for (; rows > 0; rows--)", () =>
                {
                    tile.WriteStep(writer, "slope", 0, row => $"Unsafe.Add(ref input, {row})");
                    writer.Line("input = ref Unsafe.Add(ref input, 16);");
                    tile.WriteAdvance(writer, "slope", 16);
                });
                tile.WriteStore(writer, "gradient", "gradientStride");
            });
        }
    }

    private static void Method(SourceWriter writer, string head, Action body) =>
        writer.Line().Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]").Block(head, body);
}
