using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>PyTorch, eager, on the processor.</summary>
/// <param name="python">The interpreter that has it.</param>
internal sealed class PyTorch(string python) : IPeer
{
    /// <inheritdoc/>
    public string Name => "PyTorch";

    /// <inheritdoc/>
    public string Installation =>
        "In Debian, 'apt-get install python3-torch libopenblas0-pthread' installs it; the option --python chooses another interpreter.";

    /// <inheritdoc/>
    public bool CanTrain(NetworkKind kind) => true;

    /// <inheritdoc/>
    public bool CanPredict(NetworkKind kind, int rows) => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Prepare(NetworkWorkload workload, string folder) =>
        [python, Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_peer.py")];
}
