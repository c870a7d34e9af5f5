namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>A folder for the logs of one test, deleted afterwards.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("GraphGen");

    /// <summary>A folder in it, not made yet.</summary>
    public string Run => PathOf("run");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
