namespace GraphGen.Tests.Fuzzing;

/// <summary>What came of some cases.</summary>
internal sealed class Findings
{
    /// <summary>The endings of all classes that carry [Input].</summary>
    public List<Ending> Endings { get; } = [];

    /// <summary>What broke a promise, with the number of the case.</summary>
    public List<(int Case, string Problem)> Failures { get; } = [];

    /// <summary>Repairs and refactorings that were carried out.</summary>
    public int Edits { get; set; }

    /// <summary>Networks of which every emitted file was compiled, and not only the one that joins the user's class.</summary>
    public int Compiled { get; set; }

    /// <summary>Adds those of other cases.</summary>
    public void Add(Findings other)
    {
        Endings.AddRange(other.Endings);
        Failures.AddRange(other.Failures);
        Edits += other.Edits;
        Compiled += other.Compiled;
    }
}
