using System.Collections.Immutable;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Tests.Fuzzing;

/// <summary>A program of many cases, generated for and analysed as a whole, then judged class by class.</summary>
internal sealed class FuzzedProgram
{
    private const string Marker = "GraphGen.InputAttribute";
    private const string Network = "GraphGen.Execution.INetwork";

    /// <summary>The errors where types are used that other emitted files declare.</summary>
    private static readonly string[] MissingTypes = ["CS0234", "CS0246", "CS0400"];

    /// <summary>Where emitted files keep the work of a network.</summary>
    private const string Workplace = "GraphGen.Generated.";

    private readonly Dictionary<SyntaxTree, int> caseOf = [];
    private readonly CSharpCompilation written;
    private readonly CSharpCompilation generated;

    /// <summary>With the emitted halves of the users' classes, without the work that no rule looks at: it would have to be compiled all the same.</summary>
    private readonly CSharpCompilation joined;

    private readonly ILookup<SyntaxTree, Diagnostic> errors;
    private readonly Lazy<ILookup<SyntaxTree, Diagnostic>> joinedFaults;

    private FuzzedProgram(IReadOnlyList<FuzzCase> cases)
    {
        written = TestCompilation.Create([.. cases.SelectMany(fuzzed => fuzzed.Files)]);
        int[] numbers = [.. cases.SelectMany(fuzzed => fuzzed.Files.Select(_ => fuzzed.Number))];
        foreach ((SyntaxTree tree, int number) in written.SyntaxTrees.Skip(1).Zip(numbers))
        {
            caseOf.Add(tree, number);
        }

        generated = TestCompilation.Generate(written).Compilation;
        joined = written.AddSyntaxTrees(generated.SyntaxTrees.Skip(written.SyntaxTrees.Length).Where(Joins).Select(WithoutWork));
        errors = Found(written, DiagnosticSeverity.Error);
        joinedFaults = new(() => Found(joined, DiagnosticSeverity.Warning));
    }

    /// <summary>What GraphGen's rules report.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>The program as it was written.</summary>
    public CSharpCompilation Written => written;

    /// <summary>The case that a file belongs to.</summary>
    public int CaseOf(SyntaxTree tree) => caseOf[tree];

    /// <summary>Generates for <paramref name="cases"/> and analyses them.</summary>
    /// <exception cref="InvalidOperationException">The generator or an analyzer threw.</exception>
    public static async Task<FuzzedProgram> Of(IReadOnlyList<FuzzCase> cases)
    {
        var program = new FuzzedProgram(cases);
        program.Diagnostics = await TestCompilation.AnalyzeAsync(program.joined);
        return program;
    }

    /// <summary>Judges every class that carries [Input].</summary>
    /// <param name="wholly">
    /// Of so many networks all files are compiled, of the others what joins the user's class: the kernels, many times as long, depend on the
    /// layers alone.
    /// </param>
    public Findings Judge(int wholly)
    {
        var findings = new Findings();
        ILookup<string, Diagnostic> explanations = Diagnostics.Where(found => found.Location.SourceTree is not null)
            .ToLookup(found => found.Location.SourceTree!.FilePath);
        ILookup<string, SyntaxTree> emitted = generated.SyntaxTrees.Skip(written.SyntaxTrees.Length).ToLookup(Stem);
        foreach (INamedTypeSymbol type in Networks())
        {
            SyntaxNode[] texts = [.. type.DeclaringSyntaxReferences.Where(part => caseOf.ContainsKey(part.SyntaxTree)).Select(part => Whole(part.GetSyntax()))];
            int number = caseOf[texts[0].SyntaxTree];
            SyntaxTree[] own = [.. type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Where(tree => !caseOf.ContainsKey(tree))];
            if (own.Length > 0 && type.AllInterfaces.Any(candidate => candidate.ToDisplayString() == Network))
            {
                findings.Endings.Add(Ending.Emitted);
                IEnumerable<Diagnostic> faults = own.SelectMany(tree => joinedFaults.Value[tree]).Where(found => !MissingTypes.Contains(found.Id));
                if (findings.Compiled < wholly)
                {
                    findings.Compiled++;
                    faults = Alone(number, own.Select(Stem).Distinct().SelectMany(stem => emitted[stem])).GetDiagnostics();
                }

                findings.Failures.AddRange(Faults(number, faults).Select(fault => (number, $"{type}: {fault}")));
            }
            else if (texts.Any(text => explanations[text.SyntaxTree.FilePath].Any(found => text.FullSpan.IntersectsWith(found.Location.SourceSpan))))
            {
                findings.Endings.Add(Ending.Explained);
            }
            else if (texts.Any(text => errors[text.SyntaxTree].Any(error => text.FullSpan.IntersectsWith(error.Location.SourceSpan))))
            {
                findings.Endings.Add(Ending.LeftToTheCompiler);
            }
            else
            {
                findings.Failures.Add((number, $"{type}: neither code nor a located reason"));
            }
        }

        return findings;
    }

    private IEnumerable<INamedTypeSymbol> Networks() =>
        (from tree in caseOf.Keys
         let model = joined.GetSemanticModel(tree)
         from node in tree.GetRoot().DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax)).OfType<BaseTypeDeclarationSyntax>()
         let type = model.GetDeclaredSymbol(node)
         where type is not null && type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == Marker)
         select type).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).ToArray();

    /// <summary>What is wrong in emitted files, and in the user's if they had no error before.</summary>
    private IEnumerable<string> Faults(int number, IEnumerable<Diagnostic> inEmitted)
    {
        SyntaxTree[] user = [.. caseOf.Where(pair => pair.Value == number).Select(pair => pair.Key)];
        bool hasErrors = user.Any(tree => errors[tree].Any());
        IEnumerable<Diagnostic> inWritten = user.SelectMany(tree => joinedFaults.Value[tree]).Where(found => found.Severity == DiagnosticSeverity.Error);
        return inEmitted
            .Where(found => found.Location.SourceTree is { } tree && !caseOf.ContainsKey(tree))
            .Where(found => found.Severity == DiagnosticSeverity.Warning || (found.Severity == DiagnosticSeverity.Error && !hasErrors))
            .Concat(hasErrors ? [] : inWritten)
            .Select(found => found.ToString())
            .Take(3);
    }

    /// <summary>The program of one case: a few files take a fraction of the time that they take within the whole program.</summary>
    private CSharpCompilation Alone(int number, IEnumerable<SyntaxTree> emitted) => written.RemoveAllSyntaxTrees().AddSyntaxTrees(
        caseOf.Keys.Where(tree => caseOf[tree] == number).Prepend(written.SyntaxTrees[0]).Concat(emitted));

    private static ILookup<SyntaxTree, Diagnostic> Found(CSharpCompilation program, DiagnosticSeverity least) => program.GetDiagnostics()
        .Where(found => found.Severity >= least && found.Location.SourceTree is not null)
        .ToLookup(found => found.Location.SourceTree!);

    /// <summary>Whether a file has a part of the user's class: the class itself and each layer's file.</summary>
    private static bool Joins(SyntaxTree tree) => tree.ToString().Contains("#nullable enable", StringComparison.Ordinal);

    private static SyntaxTree WithoutWork(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        IEnumerable<BaseNamespaceDeclarationSyntax> work = root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Where(space => space.Name.ToString().StartsWith(Workplace, StringComparison.Ordinal));
        return tree.WithRootAndOptions(root.RemoveNodes(work, SyntaxRemoveOptions.KeepNoTrivia)!, tree.Options);
    }

    /// <summary>The outermost type around a declaration: a problem may lie in what it stands in.</summary>
    private static SyntaxNode Whole(SyntaxNode declaration) => declaration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Last();

    /// <summary>What the names of a network's files begin with. The namespace of each case has its number in it.</summary>
    private static string Stem(SyntaxTree tree) => string.Join('.', Path.GetFileName(tree.FilePath).Split('.').Take(2));
}
