using X86 = System.Runtime.Intrinsics.X86;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>One of the instruction sets that the compiler emits kernels for.</summary>
/// <param name="Name">As it is written on the command line.</param>
/// <param name="Kernels">The emitted type that holds its kernels.</param>
/// <param name="Lanes">Floats in a vector.</param>
/// <param name="IsSupported">Whether this process can run it.</param>
internal sealed record InstructionSet(string Name, string Kernels, int Lanes, bool IsSupported)
{
    public static readonly InstructionSet Avx512 = new("avx512", "Avx512Kernels", 16, X86.Avx512F.IsSupported);

    public static readonly InstructionSet Avx2 = new("avx2", "Avx2Kernels", 8, X86.Avx2.IsSupported && X86.Fma.IsSupported);

    public static readonly InstructionSet Portable = new("portable", "PortableKernels", 4, true);

    public static readonly IReadOnlyList<InstructionSet> All = [Avx512, Avx2, Portable];

    /// <summary>The one that networks choose in this process, by the rule that they contain.</summary>
    public static InstructionSet Chosen => All.First(set => set.IsSupported);

    /// <summary>The one of that name, or <see cref="Chosen"/> for none.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or this process cannot run it.</exception>
    public static InstructionSet Named(string? name)
    {
        if (name is null)
        {
            return Chosen;
        }

        string names = string.Join(", ", All.Select(candidate => candidate.Name));
        InstructionSet set = All.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException($"There is no target '{name}'; choose one of {names}.");
        return set.IsSupported
            ? set
            : throw new ArgumentException($"This process cannot run the target '{name}'; leave the option out to measure '{Chosen.Name}'.");
    }
}
