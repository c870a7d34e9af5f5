using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Model;

/// <summary>
/// The declarations of a symbol that the user wrote. Analyzers see the program with GraphGen's own output in it,
/// the generator sees it without: leaving that output out lets both come to the same judgement.
/// </summary>
public static class SourceParts
{
    /// <summary>The type of GraphGen's generator: the compiler puts what it emits into a folder of this name.</summary>
    public const string GeneratorTypeName = "GraphGen.Generator.NetworkGenerator";

    /// <summary>The partial declarations of <paramref name="type"/> that the user wrote, in the compiler's order.</summary>
    public static IReadOnlyList<TypeDeclarationSyntax> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences
            .Where(reference => !IsEmitted(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToArray();

    /// <summary>The index of the declaration that <paramref name="attribute"/> stands on or in; null where it is none of them.</summary>
    public static int? IndexOf(AttributeSyntax attribute, IReadOnlyList<TypeDeclarationSyntax> parts)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            if (parts[part].SyntaxTree == attribute.SyntaxTree && parts[part].FullSpan.Contains(attribute.Span))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Whether the user wrote <paramref name="symbol"/>, or it comes from a reference.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        !symbol.IsImplicitlyDeclared
        && (symbol.DeclaringSyntaxReferences.IsEmpty
            || symbol.DeclaringSyntaxReferences.Any(reference => !IsEmitted(reference.SyntaxTree)));

    private static bool IsEmitted(SyntaxTree tree) =>
        Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == GeneratorTypeName;
}
