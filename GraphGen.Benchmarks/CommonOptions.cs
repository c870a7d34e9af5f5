using System.CommandLine;

namespace GraphGen.Benchmarks;

/// <summary>What several commands have in common.</summary>
internal static class CommonOptions
{
    /// <summary>Whether to keep the result.</summary>
    public static Option<bool> Write() => new("--write")
    {
        Description = "Replace the command's section of docs/benchmarks.md by the result.",
    };

    /// <summary>How often to measure.</summary>
    public static Option<int> Rounds(int usual) => new("--rounds")
    {
        Description = "How often everything is measured.",
        DefaultValueFactory = _ => usual,
    };

    /// <summary>Which Python to ask for PyTorch.</summary>
    public static Option<string> Python() => new("--python")
    {
        Description = "The Python interpreter that has PyTorch.",
        DefaultValueFactory = _ => "python3",
    };

    /// <summary>Runs a command; a mistake of the user's becomes one line of text.</summary>
    /// <returns>The exit code.</returns>
    public static int Guarded(Action run)
    {
        try
        {
            run();
            return 0;
        }
        catch (Exception failure) when (failure is ArgumentException or IOException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }
}
