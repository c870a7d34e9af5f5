using GraphGen.Model;
using GraphGen.Tests.EndToEnd;
using static System.FormattableString;

namespace GraphGen.Tests.Randomized;

/// <summary>Steps of an emitted network by several threads: the same bits as by one, however little there is to share.</summary>
internal static class SharedSteps
{
    private const int MostThreads = 4;
    private const float LearningRate = 0.01f;

    /// <summary>Batches of one row group and of many, ragged and whole.</summary>
    private static readonly int[] Batches = [1, 37, 64, 9];

    /// <summary>A description of the first difference between one thread and several; null where there is none.</summary>
    public static string? FirstDifference(Func<int, IEmittedNetwork> construct, RandomCase current)
    {
        float[][] alone = Train(construct(1), current);
        for (int threads = 2; threads <= MostThreads; threads++)
        {
            float[][] shared = Train(construct(threads), current);
            for (int stage = 0; stage < alone.Length; stage++)
            {
                if (!shared[stage].HasBitsOf(alone[stage]))
                {
                    int index = Enumerable.Range(0, alone[stage].Length).First(at => !BitConverter.SingleToInt32Bits(alone[stage][at]).Equals(BitConverter.SingleToInt32Bits(shared[stage][at])));
                    return Invariant($"{threads} threads give other bits than one: stage {stage}, number {index}: {shared[stage][index]:R} instead of {alone[stage][index]:R}");
                }
            }
        }

        return null;
    }

    /// <summary>The loss and all parameters after each step, and the gradients of another batch.</summary>
    private static float[][] Train(IEmittedNetwork emitted, RandomCase current)
    {
        NetworkSpec network = current.Network;
        emitted.Memory.SharesSmallSteps = true;
        int units = network.Layers.OfType<DenseSpec>().Last().Units;
        new EmittedSubject(emitted, units).Rest([.. current.Resting]);
        var stages = new List<float[]>();
        for (int step = 0; step < Batches.Length; step++)
        {
            int rows = Batches[step];
            var random = new Random(step);
            float[] inputs = Numbers(rows * network.InputSize, random), targets = Numbers(rows * units, random);
            int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(units))];
            float[] weights = Numbers(rows, random);
            stages.Add([emitted.TrainStep(inputs, labels, targets, weights, LearningRate), .. emitted.Parameters.Values()]);
            stages.Add([emitted.ComputeGradients(inputs, labels, targets, weights), emitted.Memory.Hits, .. emitted.Memory.Gradients.Span]);
            if (network.AccumulatedBatches > 1 && emitted.Memory.Accumulated == network.AccumulatedBatches)
            {
                emitted.ApplyGradients(LearningRate);
                stages.Add([.. emitted.Parameters.Values()]);
            }
        }

        return [.. stages];
    }

    private static float[] Numbers(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
}
