using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Peers;

/// <summary>Plain loops in C, compiled for the network's sizes.</summary>
internal sealed class PlainC : IPeer, IDisposable
{
    private const int HiddenLayers = 2;

    private readonly NativeProgram program = NativeProgram.PlainC();

    /// <inheritdoc/>
    public string Name => "plain C";

    /// <inheritdoc/>
    public string Installation => "In Debian, 'apt-get install gcc libc6-dev' installs it.";

    /// <inheritdoc/>
    public bool CanTrain(NetworkKind kind) =>
        kind.Activation == Act.Tanh && kind.Optimizer == "Adam" && kind.Info.Layers.Count == HiddenLayers + 1;

    /// <inheritdoc/>
    public bool CanPredict(NetworkKind kind, int rows) => CanTrain(kind) && rows == 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Prepare(NetworkWorkload workload, string folder)
    {
        var info = workload.Kind.Info;
        return
        [
            program.Compile(
                ("INPUTS", info.InputSize),
                ("HIDDEN1", info.Layers[0].Outputs),
                ("HIDDEN2", info.Layers[1].Outputs),
                ("OUTPUTS", info.OutputSize),
                ("BATCH", workload.Batch)),
        ];
    }

    /// <summary>Deletes what was compiled.</summary>
    public void Dispose() => program.Dispose();
}
