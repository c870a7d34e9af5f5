using System.Diagnostics;

namespace GraphGen.Benchmarks.Generation;

/// <summary>What one keystroke cost, in seconds.</summary>
/// <param name="Network">The network that the user is at work on.</param>
/// <param name="Typing">What the user is typing.</param>
/// <param name="Files">How many emitted files are new or have another text.</param>
/// <param name="Generator">The generator driver's run.</param>
/// <param name="Parsing">Parsing those emitted files whose text has changed.</param>
/// <param name="Analysis">The analyzers on the file, with the binding by the compiler that they ask for.</param>
/// <param name="Analyzers">The analyzers' own share, by the compiler's account.</param>
internal sealed record Keystroke(int Network, string Typing, int Files, double Generator, double Parsing, double Analysis, double Analyzers)
{
    /// <summary>Types everything around one network.</summary>
    public static IEnumerable<Keystroke> Around(EditorProject project, int network)
    {
        foreach (Typing typing in Generation.Typing.Around(network))
        {
            foreach (string text in typing.Texts)
            {
                project.Replace(typing.File, text);
                double generator = Time(project.Generate);
                int files = 0;
                double parsing = Time(() => files = project.Renew());
                double own = 0;
                double analysis = Time(() => own = EditorAnalysis.Run(project.Whole, project.File(typing.File)));
                yield return new Keystroke(network, typing.Name, files, generator, parsing, analysis, own);
            }
        }
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
