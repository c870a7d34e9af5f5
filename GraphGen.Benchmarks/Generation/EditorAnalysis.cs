using GraphGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Benchmarks.Generation;

/// <summary>GraphGen's analyzers on one file, as an editor runs them on the one that is open.</summary>
internal static class EditorAnalysis
{
    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(NetworkAnalyzer).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Runs all of them over a file.</summary>
    /// <returns>The seconds that they took themselves, by the compiler's own account.</returns>
    /// <exception cref="InvalidOperationException">One of them threw.</exception>
    public static double Run(Compilation compilation, SyntaxTree file)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (failure, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", failure),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true);
        var analysis = new CompilationWithAnalyzers(compilation, [.. Analyzers], options);
        analysis.GetAnalyzerSyntaxDiagnosticsAsync(file, CancellationToken.None).GetAwaiter().GetResult();
        analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file), filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
        return Analyzers.Sum(analyzer =>
            analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalSeconds);
    }
}
