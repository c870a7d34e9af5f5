using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Networks;

/// <summary>A network with a batch size and rows: what is trained and asked.</summary>
/// <param name="Kind">Which network.</param>
/// <param name="Runner">Ours.</param>
/// <param name="Batch">Rows of a training step or of a prediction.</param>
/// <param name="Rows">The rows, at least one batch.</param>
internal sealed record NetworkWorkload(NetworkKind Kind, NetworkRunner Runner, int Batch, Dataset Rows)
{
    /// <summary>
    /// The learning rate of steps that are timed. So small that the weights stay where they were initialised: a network that has
    /// learned its rows by heart is another workload.
    /// </summary>
    public const float TimedLearningRate = 1e-7f;

    /// <summary>Our network.</summary>
    public INetwork Network => Runner.Network;

    /// <summary>What it is, in messages.</summary>
    public string Description => $"{Kind.Name}, batch {Figures.Whole(Batch)}";

    /// <summary>The losses of so many steps, whose batches wrap around: one after the other comes from another place in memory.</summary>
    public IEnumerable<float> Losses(int steps, float learningRate)
    {
        int first = 0;
        for (int step = 0; step < steps; step++)
        {
            yield return Runner.TrainStep(Rows, first, Batch, learningRate);
            first = Next(first);
        }
    }

    /// <summary>Training steps as something to measure.</summary>
    public Workload TrainingSteps() => new(Description, (double)Kind.Info.TrainingFlopsPerRow * Batch, steps =>
    {
        float sum = 0;
        int first = 0;
        for (int step = 0; step < steps; step++)
        {
            sum += Runner.TrainStep(Rows, first, Batch, TimedLearningRate);
            first = Next(first);
        }

        return sum;
    });

    /// <summary>Predictions of a batch of rows as something to measure.</summary>
    /// <param name="predict">How to predict.</param>
    public Workload Predictions(NetworkRunner.Prediction predict)
    {
        int width = Kind.Info.InputSize;
        float[] outputs = new float[Batch * Kind.Info.OutputSize];
        return new(Description, (double)Kind.Info.PredictionFlopsPerRow * Batch, predictions =>
        {
            float sum = 0;
            int first = 0;
            ReadOnlySpan<float> inputs = Rows.Inputs;
            for (int prediction = 0; prediction < predictions; prediction++)
            {
                predict(inputs.Slice(first * width, Batch * width), outputs);
                sum += outputs[^1];
                first = Next(first);
            }

            return sum;
        });
    }

    private int Next(int first) => first + (2 * Batch) <= Rows.Count ? first + Batch : 0;
}
