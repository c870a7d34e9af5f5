using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator;

/// <summary>The compiler: from a checked declaration to the files that implement it.</summary>
internal static class Compiler
{
    /// <param name="network">The declaration.</param>
    /// <param name="suffix">What is added to the files' names where those of another network differ in case alone.</param>
    public static IReadOnlyList<SourceFile> Compile(NetworkSpec network, string suffix = "") =>
        Emission.NetworkEmitter.Emit(new NetworkPlan(network)).Select(file => file with { HintName = file.HintName.Replace(".g.cs", suffix + ".g.cs") }).ToList();
}

/// <summary>An emitted file.</summary>
/// <param name="HintName">Its name, unique in the user's project.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string HintName, string Text);
