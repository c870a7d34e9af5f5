using GraphGen.Benchmarks.Measuring;
using GraphGen.Benchmarks.Reporting;

namespace GraphGen.Benchmarks.Steps;

/// <summary>Training steps and predictions through the members that a user calls.</summary>
internal static class StepWorkloads
{
    private const int RowsInMemory = 2048;
    private const float LearningRate = 0.001f;

    /// <summary>Whole training steps, from row-major batches.</summary>
    public static IEnumerable<Workload> TrainSteps()
    {
        var rows = new RandomRows(RowsInMemory, NormalizedDigits.InputSize);
        foreach (int batch in (int[])[32, 128, 200])
        {
            var network = new NormalizedDigits(batchCapacity: batch);
            yield return Repeat(
                $"784-300-100-10, batch norm, NAG, batch {Figures.Whole(batch)}",
                (double)NormalizedDigits.Info.TrainingFlopsPerRow * batch,
                index => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), LearningRate));
        }

        foreach (int batch in (int[])[32, 128, 512])
        {
            var network = new PlainDigits(batchCapacity: batch);
            yield return Repeat(
                $"784-300-100-10, Adam, batch {Figures.Whole(batch)}",
                (double)PlainDigits.Info.TrainingFlopsPerRow * batch,
                index => network.TrainStep(rows.Inputs(index, batch), rows.Labels(index, batch), LearningRate));
        }
    }

    /// <summary>Predictions of one row and of many.</summary>
    public static IEnumerable<Workload> Predictions()
    {
        var digits = new NormalizedDigits();
        var digitRows = new RandomRows(RowsInMemory, NormalizedDigits.InputSize);
        var small = new SmallRegression();
        var smallRows = new RandomRows(RowsInMemory, SmallRegression.InputSize);
        foreach (int count in (int[])[1, 256])
        {
            float[] outputs = new float[count * NormalizedDigits.OutputSize];
            yield return Repeat(
                $"784-300-100-10, batch norm, {Rows(count)}",
                (double)NormalizedDigits.Info.PredictionFlopsPerRow * count,
                index =>
                {
                    digits.Predict(digitRows.Inputs(index, count), outputs);
                    return outputs[^1];
                });
        }

        foreach (int count in (int[])[1, 256])
        {
            float[] outputs = new float[count * SmallRegression.OutputSize];
            yield return Repeat(
                $"4-32-32-1, {Rows(count)}",
                (double)SmallRegression.Info.PredictionFlopsPerRow * count,
                index =>
                {
                    small.Predict(smallRows.Inputs(index, count), outputs);
                    return outputs[^1];
                });
        }
    }

    private static string Rows(int count) => Figures.Whole(count) + (count == 1 ? " row" : " rows");

    /// <summary>The work for a running number, and the sum of what it returns.</summary>
    private static Workload Repeat(string name, double flop, Func<int, float> once) => new(name, flop, repetitions =>
    {
        float sum = 0;
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            sum += once(repetition);
        }

        return sum;
    });
}
