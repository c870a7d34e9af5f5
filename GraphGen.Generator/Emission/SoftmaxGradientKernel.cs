using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>The gradient of softmax, row by row: one pass for the sum over the row and one, from the cache, for the result.</summary>
internal static class SoftmaxGradientKernel
{
    /// <summary>The kernel's name.</summary>
    /// <param name="library">The network's kernels.</param>
    /// <param name="columns">The row's width, by which its last vector is masked.</param>
    public static string Require(KernelLibrary library, int columns) => library.Require(
        "SoftmaxGradient",
        "result = probability · (gradient − Σ gradient · probability) in each row.",
        "void",
        "ref float gradient, ref float probabilities, ref float result, nint stride, nint rows",
        (writer, target, _) => Write(writer, target, columns));

    private static void Write(SourceWriter writer, Target target, int columns)
    {
        int vectors = (columns + target.Lanes - 1) / target.Lanes;
        string zero = target.Type + ".Zero";
        string Slope(string at) => $"{target.Static}.LoadUnsafe(ref slope, {at})";
        string Probability(string at) => $"{target.Static}.LoadUnsafe(ref probability, {at})";
        writer.Line($"var inside = {LossKernels.Inside(target, columns)};");
        writer.Block("for (nint row = 0; row < rows; row++)", () =>
        {
            writer.Line("ref float slope = ref Unsafe.Add(ref gradient, row * 16);");
            writer.Line("ref float probability = ref Unsafe.Add(ref probabilities, row * 16);");
            writer.Line("ref float changed = ref Unsafe.Add(ref result, row * 16);");
            writer.Line($"var sums = {zero};");
            LossKernels.EachVector(writer, target, vectors, (at, isLast) =>
                writer.Line($"sums += {LossKernels.Masked(target, $"{Slope(at)} * {Probability(at)}", zero, isLast)};"));
            writer.Line($"var mean = {target.Broadcast("Horizontal.Sum(sums)")};");
            LossKernels.EachVector(writer, target, vectors, (at, isLast) =>
                writer.Line($"{LossKernels.Masked(target, $"{Probability(at)} * ({Slope(at)} - mean)", zero, isLast, alone: true)}.StoreUnsafe(ref changed, {at});"));
            LossKernels.WritePadding(writer, target, vectors, ColumnBlock.Count(columns) * target.VectorsPerBlock, "changed");
        });
    }
}
