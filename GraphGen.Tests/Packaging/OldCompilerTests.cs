using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Packaging;

/// <summary>A compiler that cannot load the generator is refused in words, instead of by hundreds of missing members.</summary>
[Collection(FreshSolution.Collection)]
public sealed class OldCompilerTests(FreshSolution solution)
{
    [Theory]
    [InlineData("roslyn4.8", "version 4.8")]
    [InlineData("unheard-of", "one that does not say its version")]
    public void An_older_compiler_is_the_only_error(string compiler, string named)
    {
        var (exitCode, output) = Command.Build(
            Path.Combine(solution.Folder, "Console"), "build", "--no-restore", $"-p:CompilerApiVersion={compiler}");

        exitCode.ShouldNotBe(0);
        Regex.Matches(output, @"(error|warning) (\w+):").Select(found => found.Groups[2].Value).Distinct().ShouldBe(["GG9002"]);
        output.ShouldContain(named);
        output.ShouldContain(".NET SDK 9.0.300 or later");
    }

    [Theory]
    [InlineData("roslyn4.14")]
    [InlineData("roslyn5.0")]
    [InlineData("roslyn10.0")]
    public void This_compiler_and_later_ones_pass(string compiler) => Check("-t:ResolveReferences;GraphGenRequireCompiler", compiler);

    [Fact]
    public void A_project_that_leaves_the_generator_out_may_have_any_compiler() => Check("-t:GraphGenRequireCompiler", "roslyn4.8");

    /// <summary>Runs no more of a build than the targets named. Analyzers are known only when references are resolved.</summary>
    private void Check(string targets, string compiler) =>
        Command.BuildCleanly(Path.Combine(solution.Folder, "Console"), "build", "--no-restore", targets, $"-p:CompilerApiVersion={compiler}");
}
