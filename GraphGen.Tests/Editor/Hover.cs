using System.Reflection;
using System.Text;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Tests.Editor;

/// <summary>What an editor shows where the mouse rests: Roslyn's own QuickInfo over a program and the files emitted for it.</summary>
internal static class Hover
{
    private const string Core = "Microsoft.CodeAnalysis";
    private const string Workspaces = "Microsoft.CodeAnalysis.Workspaces";
    private const string Features = "Microsoft.CodeAnalysis.Features";

    /// <summary>
    /// The sections shown on the <c>|</c> in <paramref name="marked"/> by kind, such as <c>RemarksDocumentationComments</c>.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> At(string marked)
    {
        int position = marked.IndexOf('|', StringComparison.Ordinal);
        string source = marked.Remove(position, 1);
        (CSharpCompilation program, _) = TestCompilation.Generate(TestCompilation.Create("global using GraphGen;", source));
        dynamic project = NewProject(program);
        dynamic? document = null;
        foreach (Microsoft.CodeAnalysis.SyntaxTree tree in program.SyntaxTrees)
        {
            dynamic added = project.AddDocument(tree.FilePath, SourceText(tree.ToString()), null, tree.FilePath);
            project = added.Project;
            document = tree.ToString() == source ? added : document;
        }

        return await QuickInfo(project.GetDocument(document!.Id), position);
    }

    private static dynamic NewProject(CSharpCompilation program)
    {
        object host = Static(Workspaces, "Microsoft.CodeAnalysis.Host.Mef.MefHostServices", "DefaultHost");
        dynamic workspace = Activator.CreateInstance(EditorAssemblies.Instance.Type(Workspaces, "Microsoft.CodeAnalysis.AdhocWorkspace"), host, "Editor")!;
        dynamic project = workspace.AddProject("Program", "C#");
        project = project.WithParseOptions(((dynamic)project.ParseOptions).WithDocumentationMode((dynamic)Enum.ToObject(EditorAssemblies.Instance.Type(Core, "Microsoft.CodeAnalysis.DocumentationMode"), 2)));
        MethodInfo reference = EditorAssemblies.Instance.Type(Core, "Microsoft.CodeAnalysis.MetadataReference").GetMethods()
            .First(method => method.Name == "CreateFromFile");
        foreach (string path in program.References.Select(known => known.Display!))
        {
            object?[] arguments = [path, .. reference.GetParameters().Skip(1).Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
            project = project.AddMetadataReference((dynamic)reference.Invoke(null, arguments)!);
        }

        return project;
    }

    private static async Task<IReadOnlyDictionary<string, string>> QuickInfo(dynamic document, int position)
    {
        Type type = EditorAssemblies.Instance.Type(Features, "Microsoft.CodeAnalysis.QuickInfo.QuickInfoService");
        object service = type.GetMethod("GetService")!.Invoke(null, [(object)document])!;
        MethodInfo ask = type.GetMethods().First(method => method.Name == "GetQuickInfoAsync" && method.GetParameters().Length == 3);
        var task = (Task)ask.Invoke(service, [(object)document, position, CancellationToken.None])!;
        await task;
        dynamic item = ((dynamic)task).Result;
        var sections = new Dictionary<string, string>();
        foreach (dynamic section in item.Sections)
        {
            sections[(string)section.Kind] = (string)section.Text;
        }

        return sections;
    }

    private static dynamic SourceText(string text)
    {
        Type type = EditorAssemblies.Instance.Type(Core, "Microsoft.CodeAnalysis.Text.SourceText");
        Type algorithm = EditorAssemblies.Instance.Type(Core, "Microsoft.CodeAnalysis.Text.SourceHashAlgorithm");
        return type.GetMethod("From", [typeof(string), typeof(Encoding), algorithm])!.Invoke(null, [text, Encoding.UTF8, Enum.ToObject(algorithm, 1)])!;
    }

    private static object Static(string assembly, string type, string property) =>
        EditorAssemblies.Instance.Type(assembly, type).GetProperty(property)!.GetValue(null)!;
}
