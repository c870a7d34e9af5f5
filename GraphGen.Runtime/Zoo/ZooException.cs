namespace GraphGen;

/// <summary>
/// A model of a zoo cannot be loaded, listed or published: there is none of that name, or its card or weights are missing, damaged or another's. The message says
/// which file it is and what to do; nothing has changed.
/// </summary>
public sealed class ZooException : Exception
{
    internal ZooException(string place, string message, Exception? cause = null)
        : base(message, cause)
    {
        Place = place;
    }

    /// <summary>The file, the folder, or the assembly with the resource in it.</summary>
    public string Place { get; }
}
