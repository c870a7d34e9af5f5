using GraphGen.Execution;

namespace GraphGen.Tests.Checkpoints;

/// <summary>
/// A network that consists of parameters and memory: two trained matrices, one of them transposed, a trained vector and a moving
/// statistic. The trained come first in the arenas, as the compiler lays them out.
/// </summary>
internal sealed class TrainedNetwork : INetwork
{
    public TrainedNetwork(int slots, bool hasAverages, string optimizer = "Adam(beta1: 0.9)")
    {
        const int Rows = 16;
        const int Weight2 = 2 * Rows * ColumnBlocks.Width;
        const int Bias = Weight2 + (Rows * ColumnBlocks.Width);
        const int Trained = Bias + ColumnBlocks.Width;
        var sizes = new NetworkSizes(
            Trained + ColumnBlocks.Width, Trained, slots, Derived: 0, Vectors: 0, WorkspaceBlocks: 1, HasLabels: false, hasAverages, AccumulatedBatches: 4);
        Memory = new NetworkMemory(sizes, seed: 42, threads: 1, batchCapacity: 1);
        Info = new NetworkInfo(
            "Trained", 3, 2, LossFunction.MeanSquaredError, optimizer, [], 0, 0, new MemoryInfo(0, 0, 0, 0, 0, 0));
        Parameters = new ParameterCollection(
            new Parameter("dense1.weight", [3, 20], Memory.Parameters, 0, Memory.Gradients, 0, this, trainable: true),
            new Parameter("dense1.mean", [5], Memory.Parameters, Trained, null, 0, this, trainable: false),
            new Parameter("dense2.weight", [4, 2], Memory.Parameters, Weight2, Memory.Gradients, Weight2, this, trainable: true, isTransposed: true),
            new Parameter("dense2.bias", [2], Memory.Parameters, Bias, Memory.Gradients, Bias, this, trainable: true));
    }

    public NetworkInfo Info { get; }

    public ParameterCollection Parameters { get; }

    public NetworkMemory Memory { get; }

    public IReadOnlyList<Layer> Layers => throw new NotSupportedException();

    public int Hits => throw new NotSupportedException();

    public int BatchCapacity => throw new NotSupportedException();

    /// <summary>Fills parameters and state with random numbers where tensors lie, and leaves the padding zero, as training does.</summary>
    public TrainedNetwork Fill(int seed)
    {
        var random = new Random(seed);
        foreach (Parameter parameter in Parameters)
        {
            parameter.CopyFrom(Draw(parameter.Length));
            foreach (Arena arena in new[] { Memory.Slot1, Memory.Slot2, Memory.Averages, Memory.Gradients })
            {
                if (parameter.HasGradient && arena.Length > 0)
                {
                    parameter.WriteState(arena, Draw(parameter.Length));
                }
            }
        }

        Memory.Step = (uint)random.Next();
        Memory.MomentumProduct = random.NextDouble();
        Memory.Seed = (ulong)random.NextInt64(long.MaxValue) * 2;
        return this;

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }

    /// <summary>All numbers that the next step depends on, as bits.</summary>
    public long[] Bits(bool withGradients)
    {
        var bits = new List<long>
        {
            Memory.Step, BitConverter.DoubleToInt64Bits(Memory.MomentumProduct), Memory.Accumulated, (long)Memory.Seed, Memory.HasGradients ? 1 : 0,
        };
        foreach (Arena arena in new[] { Memory.Parameters, Memory.Slot1, Memory.Slot2, Memory.Averages, Memory.Gradients })
        {
            if (withGradients || arena != Memory.Gradients)
            {
                bits.AddRange(arena.Span.ToArray().Select(value => (long)BitConverter.SingleToInt32Bits(value)));
            }
        }

        return [.. bits];
    }

    public void ResetOptimizer() => Memory.ResetOptimizer();

    public void ParametersChanged()
    {
    }

    public float TrainStep(Dataset data, ReadOnlySpan<int> rows, float learningRate) => throw new NotSupportedException();

    public double Evaluate(Dataset data, int start, int count, Span<float> predictions) => throw new NotSupportedException();

    public void EnsureCapacity(int rows) => throw new NotSupportedException();
}
