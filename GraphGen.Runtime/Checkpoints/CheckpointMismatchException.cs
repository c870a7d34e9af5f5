namespace GraphGen;

/// <summary>A checkpoint is sound, but belongs to another network than the one to be loaded.</summary>
public sealed class CheckpointMismatchException : Exception
{
    internal CheckpointMismatchException(string path, IReadOnlyList<string> differences)
        : base($"'{path}' does not fit this network, which was left as it was:\n  {string.Join("\n  ", differences)}")
    {
        Differences = differences;
    }

    /// <summary>Every difference, one sentence each, that begins with the name of the parameter.</summary>
    public IReadOnlyList<string> Differences { get; }
}
