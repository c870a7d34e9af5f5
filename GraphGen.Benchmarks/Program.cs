using System.CommandLine;
using GraphGen.Benchmarks.Callbacks;
using GraphGen.Benchmarks.Generation;
using GraphGen.Benchmarks.Kernels;
using GraphGen.Benchmarks.Micro;
using GraphGen.Benchmarks.Predictions;
using GraphGen.Benchmarks.Reuse;
using GraphGen.Benchmarks.Startup;
using GraphGen.Benchmarks.Steps;
using GraphGen.Benchmarks.Techniques;
using GraphGen.Benchmarks.Threading;
using GraphGen.Benchmarks.Tiles;

namespace GraphGen.Benchmarks;

/// <summary>The entry point: a command for each theme.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        if (arguments is [StartupProgram.Argument])
        {
            StartupProgram.Run();
            return 0;
        }

        return Commands().Parse(arguments).Invoke();
    }

    // A method of its own, so that the program above does not load the commands.
    private static RootCommand Commands() => new("Measures GraphGen's compiler and the code that it emits.")
    {
        KernelsCommand.Create(),
        StepsCommand.Create(),
        TechniquesCommand.Create(),
        CallbacksCommand.Create(),
        CacheCommand.Create(),
        PredictCommand.Create(),
        ThreadsCommand.Create(),
        StartupCommand.Create(),
        GeneratorCommand.Create(),
        TilesCommand.Create(),
        MicroCommand.Create(),
    };
}
