using GraphGen.Execution;

namespace GraphGen.Tests.Parameters;

/// <summary>A network of parameters alone, which counts how often it is told that they changed.</summary>
internal sealed class FakeNetwork : INetwork
{
    public FakeNetwork(params (string Name, int[] Shape)[] declarations)
    {
        Parameters = new ParameterCollection(Array.ConvertAll(declarations, declaration => Create(declaration.Name, declaration.Shape)));
    }

    public int Changes { get; private set; }

    public ParameterCollection Parameters { get; }

    public IReadOnlyList<Layer> Layers => throw new NotSupportedException();

    public NetworkMemory Memory { get; } = PredictorMemory.New(parameters: 0, derived: 0);

    public NetworkInfo Info { get; } = new(
        "Fake", inputSize: 1, outputSize: 1, LossFunction.MeanSquaredError, "Sgd", [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));

    public int BatchCapacity => throw new NotSupportedException();

    /// <summary>A parameter somewhere within an arena of its own, with its gradient at the same place of another.</summary>
    public Parameter Create(string name, params int[] shape)
    {
        const int Offset = 32;
        int floats = ColumnBlocks.Padded(shape[0]) * ColumnBlocks.Padded(shape[^1]);
        var gradients = new Arena(Offset + floats);
        for (int i = 0; i < floats; i++)
        {
            gradients.Span[Offset + i] = -i;
        }

        return new Parameter(name, shape, new Arena(Offset + floats), Offset, gradients, Offset, this, trainable: true);
    }

    /// <summary>What every step is told to have predicted rightly.</summary>
    public int Hits { get; init; }

    public void ResetOptimizer() => Resets++;

    /// <summary>How often the optimizer was told to start afresh.</summary>
    public int Resets { get; private set; }

    public void ParametersChanged() => Changes++;

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate) => throw new NotSupportedException();

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions) => throw new NotSupportedException();

    public void EnsureCapacity(int rows) => throw new NotSupportedException();
}
