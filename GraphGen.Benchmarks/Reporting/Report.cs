namespace GraphGen.Benchmarks.Reporting;

/// <summary>One command's results: shown on the console and, if asked for, kept as a section of docs/benchmarks.md.</summary>
/// <param name="command">The command with the options that matter for the result: the section's heading, and what repeats it.</param>
internal sealed class Report(string command)
{
    private const string SolutionFile = "GraphGen.sln";

    private readonly List<string> paragraphs = [];

    /// <summary>Adds a paragraph or a table and shows it at once.</summary>
    public void Add(object paragraph)
    {
        string text = paragraph.ToString()!.TrimEnd('\n') + "\n";
        paragraphs.Add(text);
        Console.WriteLine(text);
    }

    /// <summary>Replaces the command's section of docs/benchmarks.md, or appends it. The other sections stay as they are.</summary>
    /// <exception cref="IOException">The program does not run inside the repository.</exception>
    public void Write()
    {
        string path = Path.Combine(RepositoryRoot(), "docs", "benchmarks.md");
        string heading = $"## {command}\n";
        string section = heading + "\n" + string.Join("\n", paragraphs.Prepend(Machine.Describe() + "\n").Append(
            $"Repeat with `dotnet run -c Release --project GraphGen.Benchmarks -- {command}`.\n"));
        string old = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "# Benchmarks\n";
        int start = old.IndexOf("\n" + heading, StringComparison.Ordinal);
        string before = start < 0 ? old : old[..(start + 1)];
        int next = start < 0 ? -1 : old.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        string after = next < 0 ? "" : old[next..];
        File.WriteAllText(path, before.TrimEnd('\n') + "\n\n" + section + after);
        Console.WriteLine($"Written to {Path.GetRelativePath(Environment.CurrentDirectory, path)}.");
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        throw new IOException(
            $"No folder above {AppContext.BaseDirectory} holds {SolutionFile}: run the benchmarks from a build inside the repository.");
    }
}
