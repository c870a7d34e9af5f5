namespace GraphGen;

/// <summary>Opens files for writing, and says in words that help why that failed.</summary>
internal static class OutputFile
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int UnixNoSpace = 28;
    private const int UnixReadOnlyFileSystem = 30;
    private const int LinuxQuotaExceeded = 122;
    private const int LinuxTryAgain = 11;
    private const int MacTryAgain = 35;
    private const int MacQuotaExceeded = 69;

    /// <summary>The folder that a file is in.</summary>
    /// <exception cref="OutputFileException">There is no such folder.</exception>
    public static string FolderOf(string path)
    {
        string fullPath = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(fullPath) ?? fullPath;
        return Directory.Exists(folder)
            ? folder
            : throw new OutputFileException(
                path, OutputFileProblem.NoFolder, $"'{path}' cannot be written, because there is no folder '{folder}'. Create it first.", cause: null);
    }

    /// <summary>Does something with a file.</summary>
    /// <exception cref="OutputFileException">It failed because of the file.</exception>
    public static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException and not OutputFileException or UnauthorizedAccessException)
        {
            throw Explain(path, exception);
        }
    }

    /// <summary>What an exception of the file system means.</summary>
    public static OutputFileException Explain(string path, Exception exception)
    {
        OutputFileProblem problem = exception switch
        {
            // Windows answers so where somebody reads the file that is to be replaced.
            UnauthorizedAccessException when OperatingSystem.IsWindows() && File.Exists(path) && !File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
                => OutputFileProblem.InUse,
            UnauthorizedAccessException => OutputFileProblem.NoPermission,
            DirectoryNotFoundException => OutputFileProblem.NoFolder,
            _ => exception.HResult switch
            {
                WindowsDiskFull or WindowsHandleDiskFull or UnixNoSpace or LinuxQuotaExceeded or MacQuotaExceeded => OutputFileProblem.DiskFull,
                WindowsSharingViolation or WindowsLockViolation or LinuxTryAgain or MacTryAgain => OutputFileProblem.InUse,
                UnixReadOnlyFileSystem => OutputFileProblem.NoPermission,
                _ => OutputFileProblem.Other,
            },
        };
        string reason = problem switch
        {
            OutputFileProblem.DiskFull => "the disk is full. Make room, or choose another disk.",
            OutputFileProblem.NoPermission => "this user must not write there. Choose a folder that may be written, or change its permissions.",
            OutputFileProblem.NoFolder => "its folder is gone. Create it again.",
            OutputFileProblem.InUse => "another program has it open. Close it there, or choose another name.",
            _ => exception.Message,
        };
        return new OutputFileException(path, problem, $"'{path}' cannot be written: {reason} What was there before is untouched.", exception);
    }
}
