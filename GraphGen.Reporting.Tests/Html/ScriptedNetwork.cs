using GraphGen.Execution;

namespace GraphGen.Reporting.Tests.Html;

/// <summary>A network that computes nothing: it predicts, and has the validation loss, that it is told.</summary>
internal sealed class ScriptedNetwork(
    int outputs,
    Func<int, int, float> prediction,
    Func<double>? validationLoss = null,
    LossFunction loss = LossFunction.SoftmaxCrossEntropy,
    ProposedSchedule schedule = ProposedSchedule.Constant,
    int inputs = 1) : INetwork
{
    private int _steps;

    public NetworkInfo Info { get; } = new(
        "Scripted", inputs, outputs, loss, "Sgd", [], predictionFlopsPerRow: 0, trainingFlopsPerRow: 0, new MemoryInfo(0, 0, 0, 0, 0, 0))
    {
        Schedule = schedule,
    };

    public ParameterCollection Parameters { get; } = new();

    public IReadOnlyList<Layer> Layers { get; } = [];

    public NetworkMemory Memory { get; } = PredictorMemory.New(parameters: 0, derived: 0);

    public int Hits => 0;

    public int BatchCapacity { get; private set; }

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate) => 1f / ++_steps;

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions)
    {
        for (int index = 0; index < predictions.Length; index++)
        {
            predictions[index] = prediction(start + (index / outputs), index % outputs);
        }

        return count * (validationLoss?.Invoke() ?? 1);
    }

    public void EnsureCapacity(int rows) => BatchCapacity = Math.Max(BatchCapacity, rows);

    public void ResetOptimizer()
    {
    }

    public void ParametersChanged()
    {
    }
}
