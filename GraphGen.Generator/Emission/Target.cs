using GraphGen.Generator.Planning;

namespace GraphGen.Generator.Emission;

/// <summary>An instruction set that code is emitted for, and the tiles that suit it.</summary>
/// <param name="Name">The emitted type's name.</param>
/// <param name="Description">For its doc comment.</param>
/// <param name="Bits">Bits of a vector.</param>
/// <param name="Using">The using directive that brings in its multiply-add.</param>
/// <param name="Core">A typical core with it, which the tiles are chosen for.</param>
internal sealed record Target(string Name, string Description, int Bits, string Using, CostCore Core)
{
    public static readonly Target Avx512 = new("Avx512Kernels", "AVX-512: 16 lanes, 32 registers", 512, "using static System.Runtime.Intrinsics.X86.Avx512F;", CostCore.Avx512)
    {
        MultiplyAdd = "FusedMultiplyAdd({0}, {1}, {2})",
        NegatedMultiplyAdd = "FusedMultiplyAddNegated({0}, {1}, {2})",
        MultiplySubtract = "FusedMultiplySubtract({0}, {1}, {2})",
        ElementRows = 4,
    };

    public static readonly Target Avx2 = new("Avx2Kernels", "AVX2 and FMA: 8 lanes, 16 registers", 256, "using static System.Runtime.Intrinsics.X86.Fma;", CostCore.Avx2)
    {
        MultiplyAdd = "MultiplyAdd({0}, {1}, {2})",
        NegatedMultiplyAdd = "MultiplyAddNegated({0}, {1}, {2})",
        MultiplySubtract = "MultiplySubtract({0}, {1}, {2})",
        ElementRows = 2,
    };

    /// <summary>
    /// Arm, WebAssembly, older x86 and ahead-of-time builds that promise no more. An explicit fused multiply-add would be
    /// emulated where the hardware has none, at a thirtieth of the speed; the estimate is fused exactly where that is fast.
    /// </summary>
    public static readonly Target Portable = new("PortableKernels", "any machine: 4 lanes", 128, "using static System.Runtime.Intrinsics.Vector128;", CostCore.Portable)
    {
        MultiplyAdd = "MultiplyAddEstimate({0}, {1}, {2})",
        NegatedMultiplyAdd = "MultiplyAddEstimate(-{0}, {1}, {2})",
        MultiplySubtract = "MultiplyAddEstimate({0}, {1}, -{2})",
        ElementRows = 2,
    };

    public static readonly IReadOnlyList<Target> All = [Avx512, Avx2, Portable];

    /// <summary>The text of <c>{0} * {1} + {2}</c>.</summary>
    public string MultiplyAdd { get; init; } = "";

    /// <summary>The text of <c>{2} - {0} * {1}</c>.</summary>
    public string NegatedMultiplyAdd { get; init; } = "";

    /// <summary>The text of <c>{0} * {1} - {2}</c>.</summary>
    public string MultiplySubtract { get; init; } = "";

    /// <summary>The shapes of its product tiles.</summary>
    public TileChoice Tiles { get; } = new(Core);

    /// <summary>Column blocks of the widest product tile.</summary>
    public int PanelBlocks => Tiles.PanelBlocks;

    /// <summary>Column blocks of the widest tile of a single row.</summary>
    public int SingleRowBlocks => Tiles.SingleRowBlocks;

    /// <summary>Rows of the straight-line tiles of small networks, for a width in blocks.</summary>
    public int StraightHeight(int blocks) => Tiles.StraightHeight(blocks);

    /// <summary>Rows that element-wise loops work on at a time, so that several chains of dependent instructions overlap.</summary>
    public int ElementRows { get; init; }

    public int Lanes => Bits / 32;

    /// <summary>Vectors in one row of a column block.</summary>
    public int VectorsPerBlock => 16 / Lanes;

    public string Static => "Vector" + Literal.Int(Bits);

    public string Type => Static + "<float>";

    public string Fma(string a, string b, string c) => string.Format(System.Globalization.CultureInfo.InvariantCulture, MultiplyAdd, a, b, c);

    public string Load(string reference, string offset = "0") =>
        offset == "0" ? $"{Static}.LoadUnsafe(ref {reference})"
        : int.TryParse(offset, out _) ? $"{Static}.LoadUnsafe(ref {reference}, {offset})"
        : $"{Static}.LoadUnsafe(ref {reference}, (nuint)({offset}))";

    public string Broadcast(string number) => $"{Static}.Create({number})";

    /// <summary>
    /// Heights of the product tiles of a given width in blocks, tallest first. Rows come in multiples of eight; a height
    /// that does not divide eight is followed by one that does.
    /// </summary>
    public IReadOnlyList<int> Heights(int blocks) => Tiles.Batch(blocks).Heights;

    /// <summary>Heights of the weight gradient's tiles of a given width in blocks, in the order in which they fill 16 inputs.</summary>
    public IReadOnlyList<int> InputHeights(int blocks) => Tiles.Input(blocks).Heights;
}
