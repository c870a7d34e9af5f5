namespace GraphGen.Tests.Fuzzing;

/// <summary>How a class that carries [Input] may end.</summary>
internal enum Ending
{
    /// <summary>Code was emitted for it.</summary>
    Emitted,

    /// <summary>A rule of ours says, at a place in its text, what is wrong.</summary>
    Explained,

    /// <summary>The compiler itself reports an error in its text.</summary>
    LeftToTheCompiler,
}
