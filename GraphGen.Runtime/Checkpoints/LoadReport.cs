namespace GraphGen;

/// <summary>What a network took from a file.</summary>
public sealed class LoadReport
{
    internal LoadReport(IEnumerable<string> loaded, IEnumerable<string> skipped)
    {
        Loaded = Array.AsReadOnly(loaded.ToArray());
        Skipped = Array.AsReadOnly(skipped.ToArray());
    }

    /// <summary>The names of the parameters that were overwritten, in the network's order.</summary>
    public IReadOnlyList<string> Loaded { get; }

    /// <summary>
    /// What was passed over, one sentence each, that begins with the name of the parameter: missing from the file, of another shape or type, or in the file but
    /// not in the network. Empty unless <c>partial: true</c> was asked for.
    /// </summary>
    public IReadOnlyList<string> Skipped { get; }

    /// <summary>How many were taken, then a line for each that was not.</summary>
    public override string ToString() => string.Join('\n', Skipped.Prepend($"{Loaded.Count} loaded, {Skipped.Count} skipped"));
}
