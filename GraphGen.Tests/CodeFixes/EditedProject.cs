using System.Collections.Immutable;
using System.Reflection;
using GraphGen.CodeFixes;
using GraphGen.Generator;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace GraphGen.Tests.CodeFixes;

/// <summary>Projects in a workspace, as an editor holds them, with GraphGen's generator running: diagnoses, mends and refactors.</summary>
internal sealed class EditedProject : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private Solution solution;

    /// <summary>A project for each element, with a file for each of its texts: <c>Project0</c> with <c>File0.cs</c> and so on.</summary>
    public EditedProject(params string[][] projects)
    {
        solution = workspace.CurrentSolution;
        foreach ((string[] texts, int number) in projects.Select((texts, number) => (texts, number)))
        {
            Add(number, texts);
        }
    }

    /// <summary>One project.</summary>
    public static EditedProject Of(params string[] texts) => new([texts]);

    /// <summary>The text of a file as it is now.</summary>
    public async Task<string> TextAsync(int file = 0, int project = 0) => (await Document(file, project).GetTextAsync()).ToString();

    /// <summary>What GraphGen's analyzer reports in a project, in source order.</summary>
    public async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(int project = 0) => await DiagnoseAsync(ProjectOf(project));

    /// <summary>The compiler's errors in a project, emitted code included.</summary>
    public async Task<IEnumerable<Diagnostic>> CompileAsync(int project = 0) =>
        (await ProjectOf(project).GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Carries out the first repair of <paramref name="ruleId"/> and returns its title.</summary>
    public async Task<string> MendAsync(string ruleId)
    {
        Diagnostic diagnostic = (await DiagnoseAsync()).First(found => found.Id == ruleId);
        Document document = solution.GetDocument(diagnostic.Location.SourceTree).ShouldNotBeNull();
        var actions = new List<CodeAction>();
        await new RepairProvider().RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        await PerformAsync(actions.ShouldHaveSingleItem());
        return actions[0].Title;
    }

    /// <summary>Carries out all repairs of <paramref name="ruleId"/> in the first document, its project or the solution.</summary>
    public async Task MendAllAsync(string ruleId, FixAllScope scope)
    {
        var provider = new RepairProvider();
        var context = new FixAllContext(
            Document(0, 0), provider, scope, ruleId, [ruleId], new Found(), CancellationToken.None);
        await PerformAsync((await provider.GetFixAllProvider().GetFixAsync(context)).ShouldNotBeNull());
    }

    /// <summary>The refactorings offered where <paramref name="text"/> stands in the first file.</summary>
    public async Task<IReadOnlyList<CodeAction>> RefactoringsAsync(string text)
    {
        string source = await TextAsync();
        var actions = new List<CodeAction>();
        var span = new TextSpan(source.IndexOf(text, StringComparison.Ordinal), text.Length);
        await new ExplicitPresetProvider().ComputeRefactoringsAsync(
            new CodeRefactoringContext(Document(0, 0), span, actions.Add, CancellationToken.None));
        return actions;
    }

    /// <summary>Carries out a repair or refactoring.</summary>
    public async Task PerformAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    private Project ProjectOf(int project) => solution.Projects.Single(candidate => candidate.Name == $"Project{project}");

    private Document Document(int file, int project) => ProjectOf(project).Documents.Single(document => document.Name == $"File{file}.cs");

    private void Add(int number, string[] texts)
    {
        CSharpCompilation template = TestCompilation.Create("global using GraphGen;");
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            $"Project{number}",
            $"Project{number}",
            LanguageNames.CSharp,
            compilationOptions: template.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: template.References,
            analyzerReferences: [new AnalyzerFileReference(typeof(NetworkGenerator).Assembly.Location, new LoadedAssemblies())]);
        solution = solution.AddProject(project);
        IEnumerable<(string, string)> files = template.SyntaxTrees.Select((tree, index) => ($"Usings{index}.cs", tree.ToString()))
            .Concat(texts.Select((text, index) => ($"File{index}.cs", text)));
        foreach ((string name, string text) in files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), name, SourceText.From(text, System.Text.Encoding.UTF8), filePath: $"/{number}/{name}");
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project) =>
        await TestCompilation.AnalyzeAsync((CSharpCompilation)(await project.GetCompilationAsync())!);

    /// <summary>The generator is loaded already, by the tests themselves.</summary>
    private sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private sealed class Found : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await DiagnoseAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await DiagnoseAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
