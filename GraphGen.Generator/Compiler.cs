using GraphGen.Generator.Planning;
using GraphGen.Model;

namespace GraphGen.Generator;

/// <summary>The compiler: from a checked declaration to the files that implement it.</summary>
internal static class Compiler
{
    public static IReadOnlyList<SourceFile> Compile(NetworkSpec network) => Emission.NetworkEmitter.Emit(new NetworkPlan(network));
}

/// <summary>An emitted file.</summary>
/// <param name="HintName">Its name, unique in the user's project.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string HintName, string Text);
