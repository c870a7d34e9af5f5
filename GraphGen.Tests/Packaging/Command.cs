using System.Diagnostics;
using Shouldly;

namespace GraphGen.Tests.Packaging;

/// <summary>Runs programs, the .NET SDK above all, as somebody at a terminal would.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    /// <summary>The SDK that runs these tests, or the one on the path.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>Runs <c>dotnet</c> and expects it to succeed.</summary>
    /// <returns>What it wrote.</returns>
    public static string RunDotnet(string folder, params string[] arguments) => Succeed(Run(folder, Dotnet, arguments), arguments);

    /// <summary>Runs a program that was built and expects it to succeed.</summary>
    /// <returns>What it wrote.</returns>
    public static string RunProgram(string folder, string program) => Succeed(Run(folder, program, []), [program]);

    /// <summary>Builds or publishes, with every warning an error and no process left behind.</summary>
    public static (int ExitCode, string Output) Build(string folder, params string[] arguments) =>
        Run(folder, Dotnet, [.. arguments, "-c", "Release", "-warnaserror", "-nologo", "-nodereuse:false", "-p:UseSharedCompilation=false"]);

    /// <summary>The same, and expects it to succeed.</summary>
    public static string BuildCleanly(string folder, params string[] arguments) => Succeed(Build(folder, arguments), arguments);

    private static string Succeed((int ExitCode, string Output) result, string[] arguments)
    {
        result.ExitCode.ShouldBe(0, $"{string.Join(' ', arguments)}\n{result.Output}");
        return result.Output;
    }

    private static (int ExitCode, string Output) Run(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Clean(start.Environment);

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} ran for more than {Patience}.");
        }

        return (process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>Takes away what the build and the test platform tell the processes that they start, and where packages go.</summary>
    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.ToArray())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name == "NUGET_PACKAGES")
            {
                environment.Remove(name);
            }
        }

        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
    }
}
