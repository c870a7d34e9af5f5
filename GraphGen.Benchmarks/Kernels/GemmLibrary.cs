using GraphGen.Benchmarks.Measuring;

namespace GraphGen.Benchmarks.Kernels;

/// <summary>A library of matrix products that can stand behind the program Peers/Native/gemm_peer.c.</summary>
/// <param name="Name">Its name, and in capitals the symbol that selects it in the program.</param>
/// <param name="Package">The package that has it in Debian.</param>
/// <param name="Linked">What the program is linked with.</param>
/// <param name="TargetVariable">The variable of the environment that chooses its instruction set.</param>
/// <param name="Avx2">The variable's value that holds it to AVX2.</param>
internal sealed record GemmLibrary(string Name, string Package, IReadOnlyList<string> Linked, string TargetVariable, string Avx2)
{
    public static readonly GemmLibrary OpenBlas = new(
        "OpenBLAS", "libopenblas-dev", ["-lopenblas", "-lm"], "OPENBLAS_CORETYPE", "Haswell");

    // Behind LIBXSMM stands no other library: what it has no kernel for, it must not hand to OpenBLAS.
    public static readonly GemmLibrary Libxsmm = new(
        "LIBXSMM", "libxsmm-dev", ["-lxsmm", "-lxsmmnoblas", "-lpthread", "-ldl", "-lrt", "-lm"], "LIBXSMM_TARGET", "hsw");

    public static readonly IReadOnlyList<GemmLibrary> All = [OpenBlas, Libxsmm];

    /// <summary>The symbol that selects it in the program.</summary>
    public string Symbol => Name.ToUpperInvariant();

    /// <summary>Has a process use one thread and, where <paramref name="set"/> is AVX2, no wider vectors than that.</summary>
    public void Configure(IDictionary<string, string?> environment, InstructionSet set)
    {
        foreach (string inherited in environment.Keys.Where(name => name.StartsWith(Symbol + "_", StringComparison.Ordinal)).ToArray())
        {
            // A processor type set for other programs would hold the library back: left alone, it finds the best kernels itself.
            environment.Remove(inherited);
        }

        environment["OPENBLAS_NUM_THREADS"] = "1";
        if (set == InstructionSet.Avx2)
        {
            environment[TargetVariable] = Avx2;
        }
    }
}
