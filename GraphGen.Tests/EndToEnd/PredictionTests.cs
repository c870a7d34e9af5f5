using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

public class PredictionTests
{
    [Fact]
    public void Eight_threads_at_once_predict_the_same_bits_as_one_alone()
    {
        var network = new Digits(seed: 3);
        float[] inputs = RandomData.Floats(40 * Digits.InputSize, seed: 1);
        float[] alone = Predict(40), aloneOfOne = Predict(1);
        var threads = new Thread[8];
        bool[] agrees = new bool[threads.Length];
        for (int index = 0; index < threads.Length; index++)
        {
            int own = index;
            threads[own] = new Thread(() => agrees[own] =
                Enumerable.Range(0, 20).All(_ => Predict(40).HasBitsOf(alone) && Predict(1).HasBitsOf(aloneOfOne)));
            threads[own].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        agrees.ShouldAllBe(each => each);

        float[] Predict(int rows)
        {
            float[] outputs = new float[rows * Digits.OutputSize];
            network.Predict(inputs.AsSpan(0, rows * Digits.InputSize), outputs);
            return outputs;
        }
    }

    /// <summary>One row, ragged tiles of rows, whole ones, and more rows than are worked on at a time take different paths.</summary>
    [Fact]
    public void Any_number_of_rows_gives_what_each_row_gives_alone()
    {
        Check(new Digits(seed: 4).Predict, Digits.InputSize, Digits.OutputSize);
        Check(new Curve(seed: 5).Predict, Curve.InputSize, Curve.OutputSize);
        Check(new Wide(seed: 6).Predict, Wide.InputSize, Wide.OutputSize);
    }

    [Fact]
    public void Prediction_uses_what_training_has_just_changed()
    {
        var network = new Digits(seed: 7);
        float[] inputs = RandomData.Floats(16 * Digits.InputSize, seed: 8), before = new float[160], after = new float[160];
        network.Predict(inputs, before);
        network.TrainStep(inputs, RandomData.Labels(16, 10, seed: 9), learningRate: 0.05f);
        network.Predict(inputs, after);
        after.ShouldNotBe(before);
    }

    private static void Check(PredictMethod predict, int inputSize, int outputSize)
    {
        const int rows = 70;
        float[] inputs = RandomData.Floats(rows * inputSize, seed: 2), expected = new float[rows * outputSize];
        for (int row = 0; row < rows; row++)
        {
            predict(inputs.AsSpan(row * inputSize, inputSize), expected.AsSpan(row * outputSize, outputSize));
        }

        for (int count = 1; count <= rows; count++)
        {
            float[] outputs = new float[count * outputSize];
            predict(inputs.AsSpan(0, count * inputSize), outputs);
            float worst = outputs.Zip(expected, (actual, wanted) => MathF.Abs(actual - wanted)).Max();
            worst.ShouldBeLessThan(1e-5f, FormattableString.Invariant($"{count} rows"));
        }
    }

    private delegate void PredictMethod(ReadOnlySpan<float> inputs, Span<float> outputs);
}
