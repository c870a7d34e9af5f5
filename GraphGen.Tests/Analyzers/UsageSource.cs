using System.Collections.Immutable;
using System.Globalization;
using GraphGen.Tests.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace GraphGen.Tests.Analyzers;

/// <summary>Statements that use networks of a referenced assembly: a classification of 4 features into 3 classes, a regression to 2 numbers, and others.</summary>
internal static class UsageSource
{
    /// <summary>The networks that statements may use.</summary>
    private const string Networks =
        """
        [Input(4)] [Dense(8, Act.Relu)] [Dropout(0.1)] [Dense(3)] [SoftmaxCrossEntropy] [Adam] public partial class Classes;
        [Input(4)] [Dense(8, Act.Relu)] [Dense(2)] [MeanSquaredError] [SampleWeights] public partial class Numbers;
        [Input(4)] [Dense(8, Act.Relu)] [Dense(1)] [BinaryCrossEntropy] [Nag] public partial class Answer;
        [Input(4)] [Dense(8, Act.Relu)] [Dense(2)] [BinaryCrossEntropy] [AdaGrad] public partial class Answers;
        [Input(4)] [Dense(8)] [Dense(1)] [MeanSquaredError] [Preset(Preset.Modern)] public partial class Hidden;
        [Input(9)] [Dense(4)] [ExternalLoss] public partial class Painter;
        [Input(9)] [Dense(3)] [ExternalLoss] public partial class WrongPainter;
        [Input(4)] [Dense(8, Act.Relu)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] public partial class Critic;
        [Input(4)] [Dense(3, Act.Tanh)] [Dense(4)] [Reconstruction] public partial class Coder;
        [Input(4)] [Dense(8, Act.Relu)] [Dense(1)] [MeanSquaredError] [Momentum] [ClipGradientValue(0.001)] public partial class Clipped;

        """;

    // As a referenced assembly they are compiled once for all tests.
    private static readonly Lazy<MetadataReference> Library = new(() =>
    {
        using var image = new MemoryStream();
        CSharpCompilation library = TestCompilation.Create("global using GraphGen;", Networks).WithAssemblyName("Networks");
        TestCompilation.Generate(library).Compilation.Emit(image).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    /// <summary>Demands that <paramref name="ruleId"/> is reported at each marked span of the statements and that no rule objects to anything else.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="statements">Of a method with the parameters <c>float[] values, int[] classes, int n, Dataset data</c>.</param>
    /// <param name="messageParts">What the first message contains.</param>
    public static Task Reports(string ruleId, string statements, params string[] messageParts) =>
        Finds(ruleId, $"static class Use {{ static void All(float[] values, int[] classes, int n, Dataset data) {{ {statements} }} }}", messageParts);

    /// <summary>Demands that no rule objects to the statements.</summary>
    public static Task Accepts(string statements) => Reports("", statements);

    /// <summary>The same for members of a class.</summary>
    public static async Task Finds(string ruleId, string members, params string[] messageParts)
    {
        Markup markup = Markup.Parse(members);
        CSharpCompilation program = TestCompilation.Create("global using GraphGen;", markup.Source).AddReferences(Library.Value);
        program.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        ImmutableArray<Diagnostic> diagnostics = await TestCompilation.AnalyzeAsync(program);
        diagnostics.Select(found => (found.Id, markup.Source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)))
            .ShouldBe(markup.Spans.Select(span => (ruleId, markup.Source.Substring(span.Start, span.Length))));
        diagnostics.Select(found => found.Location.SourceSpan).ShouldBe(markup.Spans);
        foreach (string part in messageParts)
        {
            diagnostics[0].GetMessage(CultureInfo.InvariantCulture).ShouldContain(part);
        }
    }
}
