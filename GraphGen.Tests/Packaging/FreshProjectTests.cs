using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>Projects of every kind take the package, build without a warning, and learn.</summary>
[Collection(FreshSolution.Collection)]
public sealed class FreshProjectTests(FreshSolution solution)
{
    [Theory]
    [InlineData("Console")]
    [InlineData("Plain")]
    [InlineData("Strict")]
    [InlineData("Application")]
    [InlineData("OpenApplication")]
    public void A_program_builds_without_a_warning_and_learns(string project) => solution.Run(project).ShouldHaveLearnedTheQuadrants();

    [Fact]
    public void A_library_shows_its_friends_its_internal_networks() => Answers.Lines(solution.Run("Application")).ShouldContain("plane 2");

    [Fact]
    public void A_network_of_the_same_name_and_shapes_as_a_librarys_is_a_network_of_its_own()
    {
        string[] lines = Answers.Lines(solution.Run("OpenApplication"));

        lines.ShouldContain("same True");
        lines.ShouldContain("plane 2");
    }

    [Fact]
    public void A_program_with_the_optional_packages_alone_gets_everything_and_is_watched()
    {
        string output = solution.Run("Watched");

        Answers.Lines(output).Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(60);
        Answers.Lines(output).ShouldContain("completed");
        Answers.Lines(output).ShouldContain("classes 1 0 0 1");
        output.ShouldAllBe(character => character == '\n' || !char.IsControl(character));
        File.ReadAllText(Path.Combine(solution.OutputFolder("Watched"), "report.html")).ShouldStartWith("<!doctype html>", Case.Insensitive);
        Directory.GetFiles(Path.Combine(solution.OutputFolder("Watched"), "logs"), "events.out.tfevents.*").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_program_with_the_models_package_alone_loads_and_publishes() => solution.Run("Pretrained").ShouldHaveReadTheDigit();

    [Fact]
    public void The_compilers_assemblies_do_not_travel_with_the_program() =>
        Directory.EnumerateFiles(solution.OutputFolder("Console"), "*.dll").Select(Path.GetFileName)
            .ShouldBe(["Console.dll", "GraphGen.Runtime.dll", "System.Numerics.Tensors.dll"], ignoreOrder: true);
}
