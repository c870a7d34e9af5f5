using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Loss and gradient in one pass over the logits. The output's width is known, so the last vector of a row is masked by a
/// constant; the padding's gradient is zero.
/// </summary>
internal static class LossKernels
{
    /// <summary>The loss summed over the rows, and its mean's gradient.</summary>
    public static string Require(KernelLibrary library, LossKind kind, int columns) => kind switch
    {
        LossKind.SoftmaxCrossEntropy => library.Require(
            "SoftmaxCrossEntropy",
            "losses = log Σ exp(z) − z at the label, summed over each eight rows; gradient = (softmax(z) − 1 at the label) / rows.\nhits counts the rows among them whose largest logit is the label's. The row's largest logit is subtracted first, so that no exponential overflows.",
            "void",
            "ref float logits, ref int labels, ref float gradient, ref double losses, ref int hits, nint stride, nint rows, float inverseRows",
            (writer, target, _) => WriteSoftmax(writer, target, columns, withLoss: true)),
        LossKind.BinaryCrossEntropy => library.Require(
            "BinaryCrossEntropy",
            "losses = mean over the outputs of max(z, 0) − z t + log(1 + exp(−|z|)), summed over each eight rows; gradient = (sigmoid(z) − t) / (rows · outputs).\nhits counts the outputs among them on whose side of one half the expected value lies.",
            "void",
            "ref float logits, ref float expected, ref float gradient, ref double losses, ref int hits, nint stride, nint rows, float inverseRows",
            (writer, target, _) => WriteElementwise(
                writer,
                target,
                columns,
                1,
                [
                    $"var softplus = VectorMath.Log({target.Type}.One + VectorMath.Exp(-{target.Static}.Abs(z)));",
                    $"var term = {target.Static}.MaxNative({target.Type}.Zero, z) - z * t + softplus;",
                    "var slope = VectorMath.Sigmoid(z) - t;",
                    $"var agrees = {target.Static}.Equals({Side(target, "z", "0f")}, {Side(target, "t", "0.5f")}).AsSingle();",
                ],
                "agrees")),
        LossKind.MeanSquaredError => library.Require(
            "MeanSquaredError",
            "losses = mean over the outputs of (z − t)², summed over each eight rows; gradient = 2 (z − t) / (rows · outputs).",
            "void",
            "ref float logits, ref float expected, ref float gradient, ref double losses, nint stride, nint rows, float inverseRows",
            (writer, target, _) => WriteElementwise(writer, target, columns, 2, ["var slope = z - t;", "var term = slope * slope;"], hits: null)),
        _ => throw new InvalidOperationException($"No emission rule for {kind}."),
    };

    /// <summary>The softmax of each row.</summary>
    public static string RequireSoftmax(KernelLibrary library, int columns) => library.Require(
        "Softmax",
        "probability = exp(z − max z) / Σ exp(z − max z) in each row.",
        "void",
        "ref float logits, ref float probabilities, nint stride, nint rows",
        (writer, target, _) => WriteSoftmax(writer, target, columns, withLoss: false));

    private static void WriteSoftmax(SourceWriter writer, Target target, int columns, bool withLoss)
    {
        int vectors = (columns + target.Lanes - 1) / target.Lanes;
        int all = ColumnBlock.Count(columns) * target.VectorsPerBlock;
        string output = withLoss ? "gradient" : "probabilities";
        writer.Line($"var inside = {Inside(target, columns)};");
        WriteRows(writer, withLoss, withLoss, () =>
        {
            writer.Line("ref float z = ref Unsafe.Add(ref logits, row * 16);");
            writer.Line($"ref float {(withLoss ? "slope" : "probability")} = ref Unsafe.Add(ref {output}, row * 16);");
            string result = withLoss ? "slope" : "probability";
            writer.Line($"var largest = {target.Broadcast("float.NegativeInfinity")};");
            EachVector(writer, target, vectors, (at, isLast) =>
                writer.Line($"largest = {target.Static}.MaxNative(largest, {Masked(target, $"{target.Static}.LoadUnsafe(ref z, {at})", target.Broadcast("float.NegativeInfinity"), isLast)});"));
            writer.Line("float maximum = Horizontal.Max(largest);");
            writer.Line($"var sums = {target.Type}.Zero;");
            EachVector(writer, target, vectors, (at, isLast) =>
            {
                writer.Line($"var exponential = {Masked(target, $"VectorMath.Exp({target.Static}.LoadUnsafe(ref z, {at}) - {target.Broadcast("maximum")})", target.Type + ".Zero", isLast)};");
                writer.Line("sums += exponential;");
                writer.Line($"exponential.StoreUnsafe(ref {result}, {at});");
            });
            writer.Line("float sum = Horizontal.Sum(sums);");
            writer.Line($"var scale = {target.Broadcast(withLoss ? "inverseRows / sum" : "1 / sum")};");
            EachVector(writer, target, vectors, (at, _) => writer.Line($"({target.Static}.LoadUnsafe(ref {result}, {at}) * scale).StoreUnsafe(ref {result}, {at});"));
            WritePadding(writer, target, vectors, all, result);
            if (withLoss)
            {
                writer.Line("nint label = Unsafe.Add(ref labels, row);");
                writer.Line("nint position = label / 16 * stride + label % 16;");
                writer.Line("Unsafe.Add(ref slope, position) -= inverseRows;");
                writer.Line("right += Unsafe.Add(ref z, position) >= maximum ? 1 : 0;");
                writer.Line("total += VectorMath.Log(Vector128.Create(sum)).ToScalar() - (double)(Unsafe.Add(ref z, position) - maximum);");
            }
        });
    }

    /// <summary>A loop over the rows, which keeps the loss of each group of eight.</summary>
    private static void WriteRows(SourceWriter writer, bool withLoss, bool withHits, Action row)
    {
        if (!withLoss)
        {
            writer.Block("for (nint row = 0; row < rows; row++)", row);
            return;
        }

        writer.Block("for (nint first = 0; first < rows; first += 8)", () =>
        {
            writer.Line("double total = 0;");
            if (withHits)
            {
                writer.Line("int right = 0;");
            }

            writer.Line("nint end = first + 8 < rows ? first + 8 : rows;");
            writer.Block("for (nint row = first; row < end; row++)", row);
            writer.Line("Unsafe.Add(ref losses, first / 8) = total;");
            if (withHits)
            {
                writer.Line("Unsafe.Add(ref hits, first / 8) = right;");
            }
        });
    }

    private static void WriteElementwise(SourceWriter writer, Target target, int columns, int factor, string[] statements, string? hits)
    {
        int vectors = (columns + target.Lanes - 1) / target.Lanes;
        int all = ColumnBlock.Count(columns) * target.VectorsPerBlock;
        writer.Line($"var inside = {Inside(target, columns)};");
        writer.Line($"var scale = {target.Broadcast($"inverseRows * {Literal.Float((double)factor / columns)}")};");
        WriteRows(writer, withLoss: true, hits is not null, () =>
        {
            writer.Line("ref float logit = ref Unsafe.Add(ref logits, row * 16);");
            writer.Line("ref float target = ref Unsafe.Add(ref expected, row * 16);");
            writer.Line("ref float result = ref Unsafe.Add(ref gradient, row * 16);");
            writer.Line($"var sums = {target.Type}.Zero;");
            EachVector(writer, target, vectors, (at, isLast) =>
            {
                writer.Line($"var z = {target.Static}.LoadUnsafe(ref logit, {at});");
                writer.Line($"var t = {target.Static}.LoadUnsafe(ref target, {at});");
                writer.Line(string.Join("\n", statements));
                if (hits is not null)
                {
                    writer.Line($"right += global::System.Numerics.BitOperations.PopCount((ulong){target.Static}.ExtractMostSignificantBits({Masked(target, hits, target.Type + ".Zero", isLast)}));");
                }

                writer.Line($"sums += {Masked(target, "term", target.Type + ".Zero", isLast)};");
                writer.Line($"({Masked(target, "slope", target.Type + ".Zero", isLast)} * scale).StoreUnsafe(ref result, {at});");
            });
            WritePadding(writer, target, vectors, all, "result");
            writer.Line(columns == 1 ? "total += Horizontal.Sum(sums);" : $"total += Horizontal.Sum(sums) / {columns}d;");
        });
    }

    /// <summary>On which side of a border a number lies, as all bits or none.</summary>
    private static string Side(Target target, string number, string border) =>
        $"{target.Static}.GreaterThanOrEqual({number}, {target.Broadcast(border)}).AsInt32()";

    /// <summary>The mask of the last vector of a row.</summary>
    private static string Inside(Target target, int columns) =>
        $"{target.Static}.LessThan({target.Type}.Indices, {target.Broadcast(Literal.Float((columns - 1) % target.Lanes + 1))})";

    private static string Masked(Target target, string value, string otherwise, bool isLast) =>
        isLast ? $"{target.Static}.ConditionalSelect(inside, {value}, {otherwise})" : value;

    /// <summary>Statements for each vector of a row: a loop over those that are full, then the last one.</summary>
    private static void EachVector(SourceWriter writer, Target target, int vectors, Action<string, bool> write)
    {
        if (vectors == 1)
        {
            write("0", true);
            return;
        }

        string perBlock = Literal.Int(target.VectorsPerBlock);
        writer.Block($"for (nint vector = 0; vector < {vectors - 1}; vector++)", () =>
        {
            writer.Line(target.VectorsPerBlock == 1
                ? "nuint at = (nuint)(vector * stride);"
                : $"nuint at = (nuint)(vector / {perBlock} * stride + vector % {perBlock} * {target.Lanes});");
            write("at", false);
        });

        int last = vectors - 1;
        int block = last / target.VectorsPerBlock, lane = last % target.VectorsPerBlock * target.Lanes;
        writer.Block("", () =>
        {
            writer.Line($"nuint at = (nuint)({block} * stride + {lane});");
            write("at", true);
        });
    }

    /// <summary>Zeros in the vectors of the last block that hold no column.</summary>
    private static void WritePadding(SourceWriter writer, Target target, int vectors, int all, string result)
    {
        for (int vector = vectors; vector < all; vector++)
        {
            writer.Line($"{target.Type}.Zero.StoreUnsafe(ref {result}, (nuint)({vector / target.VectorsPerBlock} * stride + {vector % target.VectorsPerBlock * target.Lanes}));");
        }
    }
}
