using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>
/// <c>dotnet format</c>, which nobody here wrote, finds the package's analyzers and code fixes and mends a project with them.
/// </summary>
[Collection(FreshSolution.Collection)]
public sealed class DotnetFormatTests(FreshSolution solution)
{
    [Fact]
    public void Dotnet_format_mends_what_the_rules_found()
    {
        string folder = Path.Combine(solution.Folder, "Faulty");

        Command.RunDotnet(
            folder, "format", "analyzers", "Faulty.csproj", "--diagnostics", "GG2001", "GG2007", "GG3001", "GG3004", "--severity", "info", "--no-restore");

        File.ReadAllText(Path.Combine(folder, "Signals.cs")).ShouldEndWith(
            """
            [Input(8)]
            [Dense(16, Init.Glorot, Act.Tanh)] // saturates
            [Dense(12, Bias = false)] [BatchNorm] [Activation(Act.Relu)]
            [Dense(6, Act.Selu)] [AlphaDropout(0.1)]
            [Dense(3)]
            [SoftmaxCrossEntropy]
            [Adam]
            public partial class Signals;

            """);
    }
}
