using GraphGen.Generator.Graph;
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
    public static string Require(KernelLibrary library, Loss loss, int columns)
    {
        LossSpec spec = loss.Spec;
        string weighted = loss.HasWeights ? "\nEach row counts by its weight." : "";
        return spec.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => library.Require(
                "SoftmaxCrossEntropy",
                (spec.LabelSmoothing > 0
                    ? $"losses = log Σ exp(z) − Σ t z with t = {Number(1 - spec.LabelSmoothing)} at the label and {Number(spec.LabelSmoothing / columns)} everywhere besides, summed over each eight rows; gradient = (softmax(z) − t) / rows."
                    : "losses = log Σ exp(z) − z at the label, summed over each eight rows; gradient = (softmax(z) − 1 at the label) / rows.") +
                "\nhits counts the rows among them whose largest logit is the label's. The row's largest logit is subtracted first, so that no exponential overflows." + weighted,
                "void",
                Parameters("ref int labels", loss, hasHits: true),
                (writer, target, _) => WriteSoftmax(writer, target, columns, loss)),
            LossKind.BinaryCrossEntropy => Elementwise(
                "losses = mean over the outputs of max(z, 0) − z t + log(1 + exp(−|z|)), summed over each eight rows; gradient = (sigmoid(z) − t) / (rows · outputs).\nhits counts the outputs among them on whose side of one half the expected value lies.",
                hasHits: true,
                target =>
                [
                    $"var softplus = VectorMath.Log({target.Type}.One + VectorMath.Exp(-{target.Static}.Abs(z)));",
                    $"var term = {target.Static}.MaxNative({target.Type}.Zero, z) - z * t + softplus;",
                    "var slope = VectorMath.Sigmoid(z) - t;",
                    $"var agrees = {target.Static}.Equals({Side(target, "z", "0f")}, {Side(target, "t", "0.5f")}).AsSingle();",
                ]),
            LossKind.MeanSquaredError => Elementwise(
                "losses = mean over the outputs of (z − t)², summed over each eight rows; gradient = 2 (z − t) / (rows · outputs).",
                hasHits: false,
                _ => ["var slope = z - t;", "var term = slope * slope;"],
                factor: 2),
            LossKind.MeanAbsoluteError => Elementwise(
                "losses = mean over the outputs of |z − t|, summed over each eight rows; gradient = sign(z − t) / (rows · outputs).",
                hasHits: false,
                target =>
                [
                    "var error = z - t;",
                    $"var term = {target.Static}.Abs(error);",
                    $"var slope = {target.Static}.ConditionalSelect({target.Static}.Equals(error, {target.Type}.Zero), {target.Type}.Zero, {target.Static}.CopySign({target.Type}.One, error));",
                ]),
            LossKind.Huber => Elementwise(
                $"losses = mean over the outputs of d c − c² / 2 with d = z − t and c = d cut to ±{Number(spec.Delta)}, summed over each eight rows; gradient = c / (rows · outputs).",
                hasHits: false,
                target =>
                [
                    "var error = z - t;",
                    $"var slope = {target.Static}.Min({target.Broadcast(Literal.Float(spec.Delta))}, {target.Static}.Max({target.Broadcast(Literal.Float(-spec.Delta))}, error));",
                    $"var term = slope * (error - slope * {target.Broadcast("0.5f")});",
                ]),
            LossKind.ExternalLoss => Elementwise(
                "losses = sum over the outputs of z t, where t is the gradient by z of a loss that is measured elsewhere, summed over each eight rows; gradient = t / rows.",
                hasHits: false,
                _ => ["var slope = t;", "var term = z * t;"],
                isMean: false),
            _ => throw new InvalidOperationException($"No emission rule for {loss}."),
        };

        string Elementwise(string summary, bool hasHits, Func<Target, string[]> statements, int factor = 1, bool isMean = true) => library.Require(
            spec.Kind.ToString(),
            summary + weighted,
            "void",
            Parameters("ref float expected", loss, hasHits),
            (writer, target, _) => WriteElementwise(writer, target, columns, factor, isMean ? columns : 1, statements(target), hasHits ? "agrees" : null, loss.HasWeights));
    }

    private static string Number(double number) => Literal.Double(number).TrimEnd('d');

    private static string Parameters(string expected, Loss loss, bool hasHits) =>
        $"ref float logits, {expected}, {(loss.HasWeights ? "ref float weights, " : "")}ref float gradient, ref double losses, {(hasHits ? "ref int hits, " : "")}nint stride, nint rows, float inverseRows";

    /// <summary>The softmax of each row.</summary>
    public static string RequireSoftmax(KernelLibrary library, int columns) => library.Require(
        "Softmax",
        "probability = exp(z − max z) / Σ exp(z − max z) in each row.",
        "void",
        "ref float logits, ref float probabilities, nint stride, nint rows",
        (writer, target, _) => WriteSoftmax(writer, target, columns, loss: null));

    private static void WriteSoftmax(SourceWriter writer, Target target, int columns, Loss? loss)
    {
        int vectors = (columns + target.Lanes - 1) / target.Lanes;
        int all = ColumnBlock.Count(columns) * target.VectorsPerBlock;
        bool withLoss = loss is not null, isSmooth = loss is { Spec.LabelSmoothing: > 0 };
        double spread = (loss?.Spec.LabelSmoothing ?? 0) / columns;
        string output = withLoss ? "gradient" : "probabilities";
        string count = loss is { HasWeights: true } ? "rowShare" : "inverseRows";
        writer.Line($"var inside = {Inside(target, columns)};");
        WriteRows(writer, withLoss, withLoss, () =>
        {
            writer.Line("ref float z = ref Unsafe.Add(ref logits, row * 16);");
            writer.Line($"ref float {(withLoss ? "slope" : "probability")} = ref Unsafe.Add(ref {output}, row * 16);");
            string result = withLoss ? "slope" : "probability";
            if (count == "rowShare")
            {
                writer.Line("float weight = Unsafe.Add(ref weights, row);").Line("float rowShare = inverseRows * weight;");
            }

            writer.Line($"var largest = {target.Broadcast("float.NegativeInfinity")};");
            if (isSmooth)
            {
                writer.Line($"var logitSums = {target.Type}.Zero;");
            }

            EachVector(writer, target, vectors, (at, isLast) =>
            {
                string loaded = $"{target.Static}.LoadUnsafe(ref z, {at})";
                writer.Line($"largest = {target.Static}.MaxNative(largest, {Masked(target, loaded, target.Broadcast("float.NegativeInfinity"), isLast)});");
                if (isSmooth)
                {
                    writer.Line($"logitSums += {Masked(target, loaded, target.Type + ".Zero", isLast)};");
                }
            });
            writer.Line("float maximum = Horizontal.Max(largest);");
            writer.Line($"var sums = {target.Type}.Zero;");
            EachVector(writer, target, vectors, (at, isLast) =>
            {
                writer.Line($"var exponential = {Masked(target, $"VectorMath.Exp({target.Static}.LoadUnsafe(ref z, {at}) - {target.Broadcast("maximum")})", target.Type + ".Zero", isLast)};");
                writer.Line("sums += exponential;");
                writer.Line($"exponential.StoreUnsafe(ref {result}, {at});");
            });
            writer.Line("float sum = Horizontal.Sum(sums);");
            writer.Line($"var scale = {target.Broadcast(withLoss ? $"{count} / sum" : "1 / sum")};");
            if (isSmooth)
            {
                writer.Line($"var spread = {target.Broadcast($"{count} * {Literal.Float(spread)}")};");
            }

            EachVector(writer, target, vectors, (at, isLast) =>
            {
                string scaled = $"{target.Static}.LoadUnsafe(ref {result}, {at}) * scale";
                writer.Line(isSmooth
                    ? $"{Masked(target, scaled + " - spread", target.Type + ".Zero", isLast, alone: true)}.StoreUnsafe(ref {result}, {at});"
                    : $"({scaled}).StoreUnsafe(ref {result}, {at});");
            });
            WritePadding(writer, target, vectors, all, result);
            if (withLoss)
            {
                writer.Line("nint label = Unsafe.Add(ref labels, row);");
                writer.Line("nint position = label / 16 * stride + label % 16;");
                writer.Line(isSmooth ? $"Unsafe.Add(ref slope, position) -= {count} * {Literal.Float(1 - loss!.Spec.LabelSmoothing)};" : $"Unsafe.Add(ref slope, position) -= {count};");
                writer.Line("right += Unsafe.Add(ref z, position) >= maximum ? 1 : 0;");
                string expected = isSmooth
                    ? $"{Literal.Double(1 - loss!.Spec.LabelSmoothing)} * (Unsafe.Add(ref z, position) - maximum) - {Literal.Double(spread)} * (Horizontal.Sum(logitSums) - {Literal.Int(columns)}d * maximum)"
                    : "(double)(Unsafe.Add(ref z, position) - maximum)";
                string term = $"VectorMath.Log(Vector128.Create(sum)).ToScalar() - {expected}";
                writer.Line(loss!.HasWeights ? $"total += weight * ({term});" : $"total += {term};");
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

    private static void WriteElementwise(SourceWriter writer, Target target, int columns, int factor, int terms, string[] statements, string? hits, bool hasWeights)
    {
        int vectors = (columns + target.Lanes - 1) / target.Lanes;
        int all = ColumnBlock.Count(columns) * target.VectorsPerBlock;
        writer.Line($"var inside = {Inside(target, columns)};");
        string factorText = Literal.Float((double)factor / terms);
        if (!hasWeights)
        {
            writer.Line($"var scale = {target.Broadcast($"inverseRows * {factorText}")};");
        }

        WriteRows(writer, withLoss: true, hits is not null, () =>
        {
            writer.Line("ref float logit = ref Unsafe.Add(ref logits, row * 16);");
            writer.Line("ref float target = ref Unsafe.Add(ref expected, row * 16);");
            writer.Line("ref float result = ref Unsafe.Add(ref gradient, row * 16);");
            if (hasWeights)
            {
                writer.Line("float weight = Unsafe.Add(ref weights, row);").Line($"var scale = {target.Broadcast($"weight * inverseRows * {factorText}")};");
            }

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
            string weighting = hasWeights ? "weight * (double)" : "";
            writer.Line(terms == 1 ? $"total += {weighting}Horizontal.Sum(sums);" : $"total += {weighting}Horizontal.Sum(sums) / {terms}d;");
        });
    }

    /// <summary>On which side of a border a number lies, as all bits or none.</summary>
    private static string Side(Target target, string number, string border) =>
        $"{target.Static}.GreaterThanOrEqual({number}, {target.Broadcast(border)}).AsInt32()";

    /// <summary>The mask of the last vector of a row.</summary>
    public static string Inside(Target target, int columns) =>
        $"{target.Static}.LessThan({target.Type}.Indices, {target.Broadcast(Literal.Float((columns - 1) % target.Lanes + 1))})";

    public static string Masked(Target target, string value, string otherwise, bool isLast, bool alone = false) =>
        isLast ? $"{target.Static}.ConditionalSelect(inside, {value}, {otherwise})" : alone ? $"({value})" : value;

    /// <summary>Statements for each vector of a row: a loop over those that are full, then the last one.</summary>
    public static void EachVector(SourceWriter writer, Target target, int vectors, Action<string, bool> write)
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
    public static void WritePadding(SourceWriter writer, Target target, int vectors, int all, string result)
    {
        for (int vector = vectors; vector < all; vector++)
        {
            writer.Line($"{target.Type}.Zero.StoreUnsafe(ref {result}, (nuint)({vector / target.VectorsPerBlock} * stride + {vector % target.VectorsPerBlock * target.Lanes}));");
        }
    }
}
