using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class CodeTests
{
    private delegate void Pass(ReadOnlySpan<float> from, Span<float> to);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(70)]
    public void Decoding_the_code_is_predicting(int rows)
    {
        var digester = new Digester(seed: 1);
        Halves(rows, Digester.InputSize, Digester.CodeSize, digester.Encode, digester.Decode, digester.Predict);
        var normalized = new NormalizedDigester(seed: 2);
        normalized.TrainStep(Probabilities(30 * NormalizedDigester.InputSize), [.. Enumerable.Repeat(1f, 30)], 0.1f);
        Halves(rows, NormalizedDigester.InputSize, NormalizedDigester.CodeSize, normalized.Encode, normalized.Decode, normalized.Predict);
        var tiny = new TinyDigester(seed: 3);
        Halves(rows, TinyDigester.InputSize, TinyDigester.CodeSize, tiny.Encode, tiny.Decode, tiny.Predict);
    }

    [Fact]
    public void The_code_is_what_the_layer_called_code_makes()
    {
        var network = new Digester(seed: 1);
        ((IEncoder)network).EncodingLayers.ShouldBe([network.Dense1, network.Code]);
        (Digester.CodeSize, NormalizedDigester.CodeSize, TinyDigester.CodeSize).ShouldBe((3, 8, 2));
        float[] codes = new float[3];
        network.Encode(new float[20], codes);
        codes.ShouldBe([0.5f, 0.5f, 0.5f], 1e-6);
    }

    [Fact]
    public void Normalisation_and_activation_behind_the_layer_belong_to_the_code()
    {
        var network = new NormalizedDigester(seed: 1);
        ((IEncoder)network).EncodingLayers.ShouldBe([network.Dense1, network.BatchNorm1, network.Activation1, network.Dropout1]);
        for (int step = 0; step < 5; step++)
        {
            network.TrainStep(Probabilities(30 * 20), [.. Enumerable.Repeat(1f, 30)], 0.05f);
        }

        float[] inputs = Probabilities(20), codes = new float[8];
        network.Encode(inputs, codes);

        float[] weight = Values(network.Dense1.Weight), bias = network.Dense1.Bias is { } biases ? Values(biases) : new float[8];
        float[] gamma = Values(network.BatchNorm1.Gamma), beta = Values(network.BatchNorm1.Beta);
        float[] mean = Values(network.BatchNorm1.MovingMean), variance = Values(network.BatchNorm1.MovingVariance);
        for (int unit = 0; unit < 8; unit++)
        {
            double sum = bias[unit] + Enumerable.Range(0, 20).Sum(input => (double)inputs[input] * weight[(input * 8) + unit]);
            double normalized = (gamma[unit] * (sum - mean[unit]) / Math.Sqrt(variance[unit] + network.BatchNorm1.Epsilon)) + beta[unit];
            ((double)codes[unit]).ShouldBe(normalized > 0 ? normalized : Math.Exp(normalized) - 1, 1e-5);
        }

        static float[] Values(Parameter parameter)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            return values;
        }
    }

    [Fact]
    public void Neither_half_allocates()
    {
        var network = new Digester(seed: 1);
        float[] inputs = Probabilities(50 * 20), codes = new float[50 * 3], outputs = new float[inputs.Length];
        network.Encode(inputs, codes);
        network.Decode(codes, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repetition = 0; repetition < 10; repetition++)
        {
            network.Encode(inputs, codes);
            network.Decode(codes, outputs);
            network.Encode(inputs.AsSpan(0, 20), codes.AsSpan(0, 3));
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        var network = new Digester();
        Should.Throw<ArgumentException>(() => network.Encode(new float[21], new float[3]));
        Should.Throw<ArgumentException>(() => network.Encode(new float[20], new float[4]));
        Should.Throw<ArgumentException>(() => network.Decode(new float[4], new float[20]));
    }

    private static float[] Probabilities(int count) => [.. RandomData.Floats(count, seed: 9).Select(value => 1 / (1 + MathF.Exp(-value)))];

    private static void Halves(int rows, int inputSize, int codeSize, Pass encode, Pass decode, Pass predict)
    {
        float[] inputs = Probabilities(rows * inputSize), codes = new float[rows * codeSize], decoded = new float[inputs.Length], predicted = new float[inputs.Length];
        encode(inputs, codes);
        decode(codes, decoded);
        predict(inputs, predicted);
        decoded.ShouldBe(predicted, 1e-5);
    }
}
