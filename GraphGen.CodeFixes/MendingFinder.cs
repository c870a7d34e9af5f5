using GraphGen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.CodeFixes;

/// <summary>Finds the repair of what a diagnostic reports. The rules find the problem again: they know how to mend it, diagnostics do not.</summary>
internal static class MendingFinder
{
    /// <summary>How to mend what <paramref name="diagnostic"/> reports; null where no repair is known or the source has changed.</summary>
    public static Mending? Find(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode node = model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan);
        return Types(node)
            .Select(declaration => model.GetDeclaredSymbol(declaration, cancellation))
            .OfType<INamedTypeSymbol>()
            .Where(DeclaredAttribute.IsOn)
            .Select(type => RepairIn(type, diagnostic, cancellation) is { } repair ? new Mending(type, model.Compilation, repair) : null)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>The types around <paramref name="node"/>, then those inside of the innermost: a network may suffer from what it stands in.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Concat(
            node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<TypeDeclarationSyntax>() ?? []);

    private static Repair? RepairIn(INamedTypeSymbol type, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Declaration declaration = DeclarationReader.Read(type, cancellation);
        Validation validation = Validator.Check(declaration);
        var places = new PlaceFinder(type, cancellation);
        return (validation.Network is { } network ? Advisor.Judge(declaration, network) : validation.Problems)
            .Where(problem => problem.RuleId == diagnostic.Id && IsAt(places.Find(problem.Place), diagnostic.Location))
            .Select(problem => problem.Repair)
            .FirstOrDefault();
    }

    private static bool IsAt(Location found, Location reported) =>
        found.SourceSpan == reported.SourceSpan && found.SourceTree?.FilePath == reported.SourceTree?.FilePath;
}
