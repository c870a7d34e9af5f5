using GraphGen.Execution;

namespace GraphGen.Tests.Training;

/// <summary>A network of one number that only counts its steps, and tells when its parameters have changed.</summary>
internal sealed class ObservedNetwork : INetwork
{
    public ObservedNetwork()
    {
        var sizes = new NetworkSizes(16, 16, Slots: 0, Derived: 0, Vectors: 0, WorkspaceBlocks: 0, HasLabels: false, HasAverages: false);
        Memory = new NetworkMemory(sizes, seed: 0, threads: 1, batchCapacity: 1);
        var weight = new Parameter("dense1.weight", [1, 1], Memory.Parameters, 0, Memory.Gradients, 0, this, trainable: true);
        Layers = [new DenseLayer("dense1", weight, bias: null, new LayerActivation(Act.Linear, Slope: 0, UpperSlope: 0))];
        Parameters = new ParameterCollection([.. Layers]);
    }

    /// <summary>Called when the parameters have changed.</summary>
    public Action Changed { get; set; } = () => { };

    public NetworkInfo Info { get; } = new("Observed", 1, 1, LossFunction.MeanSquaredError, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));

    public ParameterCollection Parameters { get; }

    public IReadOnlyList<Layer> Layers { get; }

    public NetworkMemory Memory { get; }

    public int Hits => 0;

    public int BatchCapacity => Memory.BatchCapacity;

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate) => ++Memory.Step;

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions) => count;

    public void EnsureCapacity(int rows) => Memory.EnsureCapacity(rows);

    public void ResetOptimizer() => Memory.ResetOptimizer();

    public void ParametersChanged() => Changed();
}
