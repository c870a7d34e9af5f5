using GraphGen.CodeFixes;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Tests.Fuzzing;

/// <summary>Carries out repairs and refactorings in a program of cases, as an editor does.</summary>
internal sealed class FuzzedEdits : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly FuzzedProgram program;
    private readonly Dictionary<string, Document> documents;

    /// <summary>Opens the files of <paramref name="program"/>.</summary>
    public FuzzedEdits(FuzzedProgram program)
    {
        this.program = program;
        var project = ProjectId.CreateNewId();
        ProjectInfo info = ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "Fuzzed",
            "Fuzzed",
            LanguageNames.CSharp,
            compilationOptions: program.Written.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: program.Written.References,
            documents: program.Written.SyntaxTrees.Select(tree => DocumentInfo.Create(
                DocumentId.CreateNewId(project),
                tree.FilePath,
                loader: TextLoader.From(TextAndVersion.Create(tree.GetText(), VersionStamp.Default)),
                filePath: tree.FilePath)));
        documents = workspace.AddProject(info).Documents.ToDictionary(document => document.FilePath!);
    }

    /// <summary>
    /// Carries out one repair for each rule and file, up to <paramref name="most"/>, and the refactoring of each preset: nothing throws, and a
    /// file that parses still parses.
    /// </summary>
    public async Task<Findings> CarryOut(int most)
    {
        var findings = new Findings();
        foreach (Diagnostic diagnostic in program.Diagnostics
            .Where(found => found.Location.SourceTree is not null && new RepairProvider().FixableDiagnosticIds.Contains(found.Id))
            .DistinctBy(found => (found.Id, found.Location.SourceTree!.FilePath))
            .GroupBy(found => found.Id)
            .SelectMany(group => group.Take(Math.Max(1, most / 12))))
        {
            Document document = documents[diagnostic.Location.SourceTree!.FilePath];
            await Check(findings, document, diagnostic.ToString(), offer => new RepairProvider().RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => offer(action), CancellationToken.None)));
        }

        foreach (Document document in documents.Values)
        {
            SyntaxNode root = (await document.GetSyntaxRootAsync())!;
            foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>().Where(found => found.Name.ToString() == "Preset"))
            {
                await Check(findings, document, $"refactoring of {attribute}", offer => new ExplicitPresetProvider().ComputeRefactoringsAsync(
                    new CodeRefactoringContext(document, attribute.Span, offer, CancellationToken.None)));
            }
        }

        return findings;
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private async Task Check(Findings findings, Document document, string what, Func<Action<CodeAction>, Task> ask)
    {
        string? problem = null;
        try
        {
            var actions = new List<CodeAction>();
            await ask(actions.Add);
            foreach (CodeAction action in actions)
            {
                problem ??= await Damage(document.Project.Solution, action);
                findings.Edits++;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever an edit throws is a finding about its case, to be reported with it.
            problem = exception.ToString();
        }

        if (problem is not null)
        {
            SyntaxTree tree = program.Written.SyntaxTrees.Single(candidate => candidate.FilePath == document.FilePath);
            findings.Failures.Add((program.CaseOf(tree), $"{what}\n{problem}"));
        }
    }

    /// <summary>The first file that parsed before <paramref name="action"/> and does not after it, or null.</summary>
    private static async Task<string?> Damage(Solution before, CodeAction action)
    {
        Solution after = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        foreach (DocumentId id in after.GetChanges(before).GetProjectChanges().SelectMany(changes => changes.GetChangedDocuments()))
        {
            string text = (await after.GetDocument(id)!.GetTextAsync()).ToString();
            if (!HasSyntaxErrors((await before.GetDocument(id)!.GetTextAsync()).ToString()) && HasSyntaxErrors(text))
            {
                return $"'{action.Title}' yields what does not parse:\n{text}";
            }
        }

        return null;
    }

    private static bool HasSyntaxErrors(string text) =>
        CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions).GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);
}
