using System.Collections.Immutable;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace GraphGen.Tests.Analyzers;

/// <summary>Checks what the rules report, and that a declaration they call an error yields no code.</summary>
internal static class Verify
{
    /// <summary>
    /// Demands that <paramref name="ruleId"/>, and no other rule, is reported at each marked span and nowhere else,
    /// with a message that contains every one of <paramref name="messageParts"/>, and that nothing is emitted.
    /// </summary>
    public static async Task Reports(string ruleId, string marked, params string[] messageParts)
    {
        Markup markup = Markup.Parse(marked);
        CSharpCompilation compilation = Compile(markup.Source);
        await Finds(ruleId, markup, compilation, messageParts);
        TestCompilation.Generate(compilation).Files.ShouldBeEmpty();
    }

    /// <summary>
    /// Demands that <paramref name="ruleId"/>, and no other rule, is reported at each marked span and nowhere else,
    /// with a message that contains every one of <paramref name="messageParts"/>, and that code is emitted all the same.
    /// </summary>
    public static async Task Advises(string ruleId, string marked, params string[] messageParts)
    {
        Markup markup = Markup.Parse(marked);
        (CSharpCompilation generated, var files) = TestCompilation.Generate(Compile(markup.Source));
        await Finds(ruleId, markup, generated, messageParts);
        files.ShouldNotBeEmpty();
    }

    /// <summary>Demands that code is emitted, and that no rule objects to the declaration together with it.</summary>
    public static async Task Accepts(string source)
    {
        CSharpCompilation compilation = Compile(source);
        (CSharpCompilation generated, var files) = TestCompilation.Generate(compilation);
        files.ShouldNotBeEmpty();
        (await TestCompilation.AnalyzeAsync(generated)).ShouldBeEmpty();
    }

    /// <summary>Demands that code is emitted and that no rule of structure objects, whatever rules of good practice say.</summary>
    public static async Task Permits(string source)
    {
        (CSharpCompilation generated, var files) = TestCompilation.Generate(Compile(source));
        files.ShouldNotBeEmpty();
        (await TestCompilation.AnalyzeAsync(generated))
            .Where(found => found.Id.StartsWith("GG1", StringComparison.Ordinal) || found.Id.StartsWith("GG9", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    /// <summary>Demands that neither a rule nor the generator says anything: the compiler itself does.</summary>
    public static async Task LeavesToTheCompiler(string source)
    {
        CSharpCompilation compilation = Compile(source);
        (await TestCompilation.AnalyzeAsync(compilation)).ShouldBeEmpty();
        TestCompilation.Generate(compilation).Files.ShouldBeEmpty();
        compilation.GetDiagnostics().ShouldContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static async Task Finds(string ruleId, Markup markup, CSharpCompilation compilation, string[] messageParts)
    {
        ImmutableArray<Diagnostic> found = await TestCompilation.AnalyzeAsync(compilation);
        found.Select(diagnostic => (diagnostic.Id, Text(diagnostic))).ShouldBe(
            markup.Spans.Select(span => (ruleId, markup.Source.Substring(span.Start, span.Length))));
        found.Select(diagnostic => diagnostic.Location.SourceSpan).ShouldBe(markup.Spans);
        foreach (string part in messageParts)
        {
            found[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(part);
        }
    }

    private static CSharpCompilation Compile(string source) => TestCompilation.Create("global using GraphGen;", source);

    private static string Text(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
