using BenchmarkDotNet.Attributes;
using GraphGen.Benchmarks.Networks;

namespace GraphGen.Benchmarks.Micro;

/// <summary>The calls that must not allocate.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private const int Batch = 32;

    private readonly NormalizedDigits digits = new(batchCapacity: Batch);
    private readonly TanhRegression small = new();
    private readonly Dataset rows = RandomData.For(NormalizedDigits.Info, Batch);
    private readonly float[] probabilities = new float[Batch * NormalizedDigits.OutputSize];
    private readonly float[] features = [0.1f, 0.2f, 0.3f, 0.4f];
    private readonly float[] value = new float[TanhRegression.OutputSize];

    /// <summary>One step on 32 rows; returns the loss.</summary>
    [Benchmark(Description = "784-300-100-10, TrainStep, 32 rows")]
    public float TrainStep() => digits.TrainStep(rows.Inputs, rows.Labels, 0.001f);

    /// <summary>Prediction of 32 rows; returns a probability.</summary>
    [Benchmark(Description = "784-300-100-10, Predict, 32 rows")]
    public float PredictBatch()
    {
        digits.Predict(rows.Inputs, probabilities);
        return probabilities[0];
    }

    /// <summary>Prediction of one row; returns a probability.</summary>
    [Benchmark(Description = "784-300-100-10, Predict, 1 row")]
    public float PredictRow()
    {
        digits.Predict(rows.InputRow(0), probabilities.AsSpan(0, NormalizedDigits.OutputSize));
        return probabilities[0];
    }

    /// <summary>Prediction of one row by the small network; returns the value.</summary>
    [Benchmark(Description = "4-32-32-1, Predict, 1 row")]
    public float PredictSmall()
    {
        small.Predict(features, value);
        return value[0];
    }
}
