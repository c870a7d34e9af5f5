using GraphGen.Execution;
using Shouldly;

namespace GraphGen.Tests.Training;

/// <summary>A network that computes nothing, but notes how it is called and answers as it was told.</summary>
internal sealed class FakeNetwork : INetwork
{
    public FakeNetwork(LossFunction loss = LossFunction.SoftmaxCrossEntropy, int inputSize = 1, int outputSize = 3) =>
        Info = new NetworkInfo("Fake", inputSize, outputSize, loss, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));

    public NetworkInfo Info { get; }

    public ParameterCollection Parameters { get; } = new();

    public IReadOnlyList<Layer> Layers { get; init; } = [];

    public NetworkMemory Memory { get; } = PredictorMemory.New(parameters: 0, derived: 0);

    public int BatchCapacity { get; private set; }

    /// <summary>What was called, in order: <c>capacity 2</c>, <c>step 1 0</c> (the rows), <c>evaluate 0 2</c> (start and count).</summary>
    public List<string> Calls { get; } = [];

    /// <summary>False where a test counts allocations.</summary>
    public bool Records { get; init; } = true;

    /// <summary>The loss of a step on some rows.</summary>
    public Func<int[], float> StepLoss { get; init; } = _ => 1;

    /// <summary>The summed loss of an evaluation from a start on, over a count of rows.</summary>
    public Func<int, int, double> EvaluationLoss { get; init; } = (_, count) => count;

    /// <summary>The prediction for an output of a row.</summary>
    public Func<int, int, float> Prediction { get; init; } = (_, _) => 0;

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate)
    {
        if (!Records)
        {
            return 1;
        }

        Calls.Add($"step {string.Join(' ', rows.ToArray())}");
        return StepLoss(rows.ToArray());
    }

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions)
    {
        for (int index = 0; index < predictions.Length; index++)
        {
            predictions[index] = Prediction(start + (index / Info.OutputSize), index % Info.OutputSize);
        }

        if (Records)
        {
            predictions.Length.ShouldBe(count * Info.OutputSize);
            count.ShouldBeLessThanOrEqualTo(BatchCapacity);
            Calls.Add($"evaluate {start} {count}");
        }

        return EvaluationLoss(start, count);
    }

    public void EnsureCapacity(int rows)
    {
        if (rows > BatchCapacity)
        {
            BatchCapacity = rows;
            Calls.Add($"capacity {rows}");
        }
    }

    /// <summary>What every step is told to have predicted rightly.</summary>
    public int Hits { get; init; }

    public void ResetOptimizer() => Resets++;

    /// <summary>How often the optimizer was told to start afresh.</summary>
    public int Resets { get; private set; }

    public void ParametersChanged() => Calls.Add("parameters changed");
}
