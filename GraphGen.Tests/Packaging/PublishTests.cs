using System.Runtime.InteropServices;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace GraphGen.Tests.Packaging;

/// <summary>Networks survive trimming and ahead-of-time compilation, which both work without a warning.</summary>
[Collection(FreshSolution.Collection)]
public sealed class PublishTests(FreshSolution solution, ITestOutputHelper output)
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";
    private static readonly string[] ForThisMachine = ["-r", RuntimeInformation.RuntimeIdentifier, "-p:TrimmerSingleWarn=false"];

    [Fact]
    public void A_trimmed_program_trains_and_predicts()
    {
        string published = Publish("Console", "-p:PublishTrimmed=true", "--self-contained");

        Command.RunProgram(published, Path.Combine(published, "Console" + Extension)).ShouldHaveLearnedTheQuadrants();
    }

    [Fact]
    public void A_trimmed_program_loads_and_publishes_models()
    {
        string published = Publish("Pretrained", "-p:PublishTrimmed=true", "--self-contained");

        Command.RunProgram(published, Path.Combine(published, "Pretrained" + Extension)).ShouldHaveReadTheDigit();
    }

    [Fact]
    public void A_program_compiled_ahead_of_time_trains_and_predicts()
    {
        if (HasLinker())
        {
            string published = Publish("Framework9", "-p:PublishAot=true");
            string answer = Command.RunProgram(published, Path.Combine(published, "Framework9" + Extension));
            answer.ShouldHaveLearnedTheQuadrants();
            Answers.Lines(answer).ShouldContain("published True");
            output.WriteLine("Compiled ahead of time, linked and run.");
        }
        else
        {
            // The SDK asks for a linker before it compiles; the shell passes for one, since nothing is linked.
            Command.BuildCleanly(
                solution.Folder,
                [
                    "build", "Framework9", "-t:IlcCompile", "--self-contained", "-p:PublishAot=true", .. ForThisMachine,
                    "-p:CppCompilerAndLinker=sh", "-p:StripSymbols=false",
                ]);
            output.WriteLine("Compiled ahead of time to an object file, and not run: this machine has no linker (clang or gcc).");
        }
    }

    private string Publish(string project, params string[] how)
    {
        string destination = Path.Combine(solution.Folder, "published", project);
        Command.BuildCleanly(solution.Folder, ["publish", project, "-o", destination, .. ForThisMachine, .. how]);
        return destination;
    }

    /// <summary>What the SDK looks for. On Windows it asks the installer of Visual Studio, and says so if that knows no linker.</summary>
    private static bool HasLinker() => OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
