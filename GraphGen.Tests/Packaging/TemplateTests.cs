using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary><c>dotnet new graphgen</c> gives a project that works at once.</summary>
[Collection(FreshSolution.Collection)]
public sealed class TemplateTests(FreshSolution solution)
{
    [Fact]
    public void The_first_run_trains_and_recognises_a_flower()
    {
        string output = solution.Run(FreshSolution.FromTemplate);

        Answers.Number(output, "test accuracy").ShouldBeGreaterThanOrEqualTo(0.9);
        Answers.Lines(output).Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)).ShouldBe(40);
        output.ShouldContain("this flower is a virginica");
        File.Exists(Path.Combine(solution.OutputFolder(FreshSolution.FromTemplate), "iris.safetensors")).ShouldBeTrue();
    }

    [Fact]
    public void The_framework_is_the_one_that_was_asked_for()
    {
        Project(FreshSolution.FromTemplate).ShouldContain("<TargetFramework>net10.0</TargetFramework>");
        Project(FreshSolution.FromTemplateForFramework9).ShouldContain("<TargetFramework>net9.0</TargetFramework>");
    }

    private string Project(string name) => File.ReadAllText(Path.Combine(solution.Folder, name, $"{name}.csproj"));
}
