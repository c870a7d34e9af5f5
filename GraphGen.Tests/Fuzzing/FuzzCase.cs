namespace GraphGen.Tests.Fuzzing;

/// <summary>A random declaration, in files of its own.</summary>
/// <param name="Number">Which one: its names carry it, so that cases in one program leave each other alone.</param>
/// <param name="Files">The files' texts.</param>
internal sealed record FuzzCase(int Number, IReadOnlyList<string> Files)
{
    /// <inheritdoc/>
    public override string ToString() => $"case {Number}:\n{string.Join("\n--- next file ---\n", Files)}";
}
