using GraphGen.Numerics;

namespace GraphGen.Benchmarks.Steps;

/// <summary>Random rows shaped like MNIST's: features in [0, 1), ten classes.</summary>
internal sealed class RandomRows
{
    private readonly float[] inputs;
    private readonly int[] labels;
    private readonly int inputSize;

    /// <summary>Draws the rows.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="inputSize">Features in a row.</param>
    public RandomRows(int count, int inputSize)
    {
        this.inputSize = inputSize;
        var random = new CounterRandom(seed: 2, stream: 0);
        inputs = new float[count * inputSize];
        labels = new int[count];
        for (int index = 0; index < inputs.Length; index++)
        {
            inputs[index] = (float)random.NextDouble();
        }

        for (int index = 0; index < count; index++)
        {
            labels[index] = random.NextInt(10);
        }
    }

    /// <summary>The features of some rows. The number of rows wraps around: batch after batch comes from another place in memory.</summary>
    public ReadOnlySpan<float> Inputs(int batch, int rows) => inputs.AsSpan(First(batch, rows) * inputSize, rows * inputSize);

    /// <summary>Their labels.</summary>
    public ReadOnlySpan<int> Labels(int batch, int rows) => labels.AsSpan(First(batch, rows), rows);

    private int First(int batch, int rows) => batch % (labels.Length / rows) * rows;
}
