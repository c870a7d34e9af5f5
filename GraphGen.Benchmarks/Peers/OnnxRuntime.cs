using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>ONNX Runtime, from Node.js, because that package contains its native library. It only predicts.</summary>
internal sealed class OnnxRuntime : IPeer
{
    /// <inheritdoc/>
    public string Name => "ONNX Runtime";

    /// <inheritdoc/>
    public string Installation =>
        "'npm install --ignore-scripts --prefix ~/.cache/graphgen-benchmarks onnxruntime-node' installs it for Node.js.";

    /// <inheritdoc/>
    public bool CanTrain(NetworkKind kind) => false;

    /// <inheritdoc/>
    public bool CanPredict(NetworkKind kind, int rows) => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Prepare(NetworkWorkload workload, string folder)
    {
        OnnxModel.Write(workload.Network, workload.Kind.Activation, Path.Combine(folder, "model.onnx"));
        return ["node", Path.Combine(AppContext.BaseDirectory, "Peers", "Node", "onnx_peer.js")];
    }
}
