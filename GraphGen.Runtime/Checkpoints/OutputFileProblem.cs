namespace GraphGen;

/// <summary>Why a file could not be written.</summary>
public enum OutputFileProblem
{
    /// <summary>Another reason: the inner exception tells it.</summary>
    Other,

    /// <summary>The disk or the quota is full.</summary>
    DiskFull,

    /// <summary>The folder or the file must not be written.</summary>
    NoPermission,

    /// <summary>There is no such folder.</summary>
    NoFolder,

    /// <summary>Another program, or another part of this one, has the file open.</summary>
    InUse,
}
