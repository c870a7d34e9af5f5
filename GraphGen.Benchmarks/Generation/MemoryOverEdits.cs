using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Generation;

/// <summary>Whether a project of ten networks takes more and more memory while somebody types in it.</summary>
internal static class MemoryOverEdits
{
    private const int FirstLook = 200;
    private const int LastLook = 1000;

    /// <summary>Types and looks at the live bytes after some edits and after many more, each time with all files as they were.</summary>
    public static void Report(Report report)
    {
        var project = new EditorProject(TenNetworks.Sources);
        using IEnumerator<Typing> typings = Typings().GetEnumerator();
        var first = Look(project, typings, FirstLook);
        var last = Look(project, typings, LastLook - first.Edits);
        GC.KeepAlive(project);
        report.Add($"""
            Memory while typing in these ten networks, generator and analyzers running after each edit: {Megabytes(first.Live)} MB are live after {Figures.Whole(first.Edits)} edits
            and {Megabytes(last.Live)} MB after {Figures.Whole(first.Edits + last.Edits)}, a growth of {Figures.Fixed((last.Live - first.Live) / 1000.0, 0)} KB; the process's working set goes from {Megabytes(first.WorkingSet)} MB to {Megabytes(last.WorkingSet)} MB.
            """);
    }

    /// <summary>
    /// The same thing in one network after the other, then the next thing: what an edit leaves behind in each file for good is there at the
    /// first look.
    /// </summary>
    private static IEnumerable<Typing> Typings()
    {
        var byNetwork = Enumerable.Range(0, TenNetworks.Count).Select(Typing.Around).ToArray();
        return Enumerable.Range(0, byNetwork[0].Count / 2).SelectMany(pair => byNetwork.SelectMany(typings => typings.Skip(2 * pair).Take(2)));
    }

    /// <summary>Types on until there were so many edits and files are as they were.</summary>
    private static (int Edits, long Live, long WorkingSet) Look(EditorProject project, IEnumerator<Typing> typings, int atLeast)
    {
        int edits = 0;
        for (bool isBack = true; (edits < atLeast || !isBack) && typings.MoveNext(); isBack = !isBack)
        {
            foreach (string text in typings.Current.Texts)
            {
                project.Replace(typings.Current.File, text);
                project.Generate();
                project.Renew();
                EditorAnalysis.Run(project.Whole, project.File(typings.Current.File));
                edits++;
            }
        }

        return (edits, GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    private static string Megabytes(long bytes) => Figures.Fixed(bytes / 1e6, 1);
}
