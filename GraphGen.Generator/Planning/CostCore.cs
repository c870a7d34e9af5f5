namespace GraphGen.Generator.Planning;

/// <summary>
/// A typical core with an instruction set, as the <see cref="CostModel"/> sees it: what most processors with it share and, where
/// they differ widely, the worse. It is no description of the machine at hand, because the compiler runs anywhere and must choose
/// alike everywhere. Numbers from A. Fog, "Instruction tables" and "The microarchitecture of Intel, AMD and VIA CPUs", and from
/// Arm's software optimisation guides.
/// </summary>
/// <param name="Lanes">Floats in a vector.</param>
/// <param name="Registers">Vector registers that the instruction set names.</param>
internal sealed record CostCore(int Lanes, int Registers)
{
    /// <summary>Skylake-SP to Granite Rapids, Zen 5, and Zen 4, which multiplies and loads at half the rate.</summary>
    public static readonly CostCore Avx512 = new(Lanes: 16, Registers: 32);

    /// <summary>Haswell to Raptor Lake, Zen to Zen 3.</summary>
    public static readonly CostCore Avx2 = new(Lanes: 8, Registers: 16);

    /// <summary>
    /// Arm, and x86 that promises no AVX. The former has 32 registers, the latter 16, and the model counts 16: measured, a tile of
    /// 2 x 1 gives away a tenth of the peak where there are 32, one of 4 x 1 more than a third where there are not.
    /// </summary>
    public static readonly CostCore Portable = new(Lanes: 4, Registers: 16);

    /// <summary>Fused multiply-adds that start in a cycle.</summary>
    public int MultiplyAddsPerCycle { get; init; } = 2;

    /// <summary>Loads that start in a cycle, of a vector or of a number to all lanes.</summary>
    public int LoadsPerCycle { get; init; } = 2;

    /// <summary>Cycles from a multiply-add to the next one to the same sum: 4 since Skylake and Zen 3, 5 before.</summary>
    public int MultiplyAddLatency { get; init; } = 4;

    /// <summary>Bytes of the first-level data cache.</summary>
    public int FirstLevelBytes { get; init; } = 32 * 1024;

    /// <summary>
    /// Bytes in a cycle that the second-level cache sustains: the whole bus of Zen to Zen 4, half of Intel's since Haswell and of
    /// Zen 5's.
    /// </summary>
    public int SecondLevelBytesPerCycle { get; init; } = 32;
}
