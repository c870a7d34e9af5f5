namespace GraphGen;

/// <summary>
/// A file that training writes, such as a checkpoint or a log, could not be written. What was there before is untouched, and the network is usable:
/// the message says what to do. Where it ended a fit, <see cref="History"/> holds what the fit had brought.
/// </summary>
public sealed class OutputFileException : IOException
{
    internal OutputFileException(string path, OutputFileProblem problem, string message, Exception? cause)
        : base(message, cause)
    {
        Path = path;
        Problem = problem;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was in the way.</summary>
    public OutputFileProblem Problem { get; }

    /// <summary>The record of the fit that this ended; null outside of a fit.</summary>
    public History? History { get; internal set; }
}
