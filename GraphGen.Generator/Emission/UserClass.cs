using GraphGen.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Emission;

/// <summary>A part of the user's class, in its namespace and the types around it.</summary>
internal static class UserClass
{
    /// <summary>The class's name as source text: a contextual keyword is escaped.</summary>
    public static string NameOf(NetworkSpec network) =>
        SyntaxFacts.GetContextualKeywordKind(network.Name) == SyntaxKind.None ? network.Name : "@" + network.Name;

    /// <summary>Writes a part of the class.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="body">Writes its members.</param>
    /// <param name="bases">What follows the class's name.</param>
    /// <param name="documentation">Writes its comment.</param>
    public static void Write(SourceWriter writer, NetworkSpec network, Action body, string bases = "", Action? documentation = null)
    {
        string[] outer = network.Namespace.Length > 0 ? [$"namespace {network.Namespace}", .. network.ContainingTypes] : [.. network.ContainingTypes];
        Nest(0);

        void Nest(int depth)
        {
            if (depth < outer.Length)
            {
                writer.Block(outer[depth], () => Nest(depth + 1));
                return;
            }

            documentation?.Invoke();
            writer.Block($"partial class {NameOf(network)}{bases}", body);
        }
    }
}
