using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>dlib's compile-time networks, for those that its program contains.</summary>
internal sealed class Dlib : IPeer, IDisposable
{
    private readonly NativeProgram program = NativeProgram.Dlib();

    /// <inheritdoc/>
    public string Name => "dlib";

    /// <inheritdoc/>
    public string Installation => "In Debian, 'apt-get install g++ libdlib-dev libopenblas-dev' installs it.";

    /// <inheritdoc/>
    public bool CanTrain(NetworkKind kind) =>
        kind == NetworkKinds.Normalized || kind == NetworkKinds.Plain || kind == NetworkKinds.Regression;

    /// <inheritdoc/>
    public bool CanPredict(NetworkKind kind, int rows) => CanTrain(kind);

    /// <inheritdoc/>
    public IReadOnlyList<string> Prepare(NetworkWorkload workload, string folder) => [program.Compile()];

    /// <summary>Deletes what was compiled.</summary>
    public void Dispose() => program.Dispose();
}
