namespace GraphGen;

/// <summary>What the framework's ZIP reader throws at damaged archives, in one exception that helps.</summary>
internal static class ZipDamage
{
    /// <summary>Whether damage is what an exception comes from. The reader documents the first only.</summary>
    public static bool Causes(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException;

    /// <summary>The exception to throw.</summary>
    public static InvalidDataException Explain(string file, string reason, Exception? cause = null) =>
        new($"{file} is damaged, or no ZIP archive as NumPy's savez makes them: {reason} Save it anew.", cause);
}
