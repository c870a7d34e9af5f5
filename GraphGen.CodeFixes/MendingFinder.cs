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
            .Select(type => RepairIn(type, diagnostic, cancellation) is { } repair ? new Mending(type, model.Compilation, repair) : null)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>The types around <paramref name="node"/>, then those inside of the innermost: a network may suffer from what it stands in.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Concat(
            node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<TypeDeclarationSyntax>() ?? []);

    private static Repair? RepairIn(INamedTypeSymbol type, Diagnostic diagnostic, CancellationToken cancellation) =>
        NetworkProblems(type, cancellation).Concat(RecordProblems(type, cancellation))
            .Where(found => found.Problem.RuleId == diagnostic.Id && IsAt(found.Find(found.Problem.Place), diagnostic.Location))
            .Select(found => found.Problem.Repair)
            .FirstOrDefault();

    private static IEnumerable<(Problem Problem, Func<Place, Location> Find)> NetworkProblems(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!DeclaredAttribute.IsOn(type))
        {
            return [];
        }

        Declaration declaration = DeclarationReader.Read(type, cancellation);
        Validation validation = Validator.Check(declaration);
        var places = new PlaceFinder(type, cancellation);
        return (validation.Network is { } network ? Advisor.Judge(declaration, network) : validation.Problems)
            .Select(problem => (problem, (Func<Place, Location>)places.Find));
    }

    private static IEnumerable<(Problem Problem, Func<Place, Location> Find)> RecordProblems(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!RecordAttribute.IsIn(type))
        {
            return [];
        }

        var places = new RecordPlaceFinder(type, cancellation);
        return RecordValidator.Check(RecordReader.Read(type, cancellation)).Problems
            .Select(problem => (problem, (Func<Place, Location>)places.Find));
    }

    private static bool IsAt(Location found, Location reported) =>
        found.SourceSpan == reported.SourceSpan && found.SourceTree?.FilePath == reported.SourceTree?.FilePath;
}
