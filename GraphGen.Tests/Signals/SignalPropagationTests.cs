using GraphGen.Model;
using GraphGen.Numerics;
using GraphGen.Tests.Declarations;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Signals;

/// <summary>The whole recursion behind GG2005, against wide layers of weights that the product draws.</summary>
public sealed class SignalPropagationTests
{
    private const int Width = 384;
    private const int Rows = 64;
    private const int Seeds = 4;

    [Theory]
    [InlineData("[Dense(384, Act.Sigmoid)] [Dense(384, Act.Sigmoid)] [Dense(384, Act.Sigmoid)] [Dense(384)]")]
    [InlineData("[Dense(384, Act.Relu)] [Dense(384, Init.Uniform, Act.Relu, InitScale = 0.02)] [Dense(384, Act.Relu)] [Dense(384)]")]
    [InlineData("[Dense(384, Act.Selu)] [Dense(384, Init.TruncatedNormal, Act.Elu, InitScale = 0.1)] [Dense(384)]")]
    [InlineData("[Dense(384)] [BatchNorm(Epsilon = 0.1)] [Activation(Act.Swish)] [Dense(384, Init.Orthogonal, Act.Tanh, Gain = 1.5)] [Dense(384)]")]
    [InlineData("[Dense(384, Act.Mish)] [BatchNorm] [Dense(384, Act.Gelu)] [Dense(384, Init.GlorotUniform, Act.HardSwish, Gain = 1.4)] [Dense(384)]")]
    [InlineData("[Dense(384, Act.Softplus)] [Dropout(0.3)] [Dense(384, Act.LeakyRelu, Alpha = 0.2)] [Dense(384)]")]
    public void Expected_signals_agree_with_random_layers(string layers)
    {
        NetworkSpec network = Reading.Complete($"[Input({Width})] {layers} [MeanSquaredError] partial class Net;");
        SignalStage[] expected = [.. SignalPropagation.Through(network)];
        expected.Length.ShouldBe(network.Layers.Count);

        List<Signal>[] measured = [.. network.Layers.Select(_ => new List<Signal>())];
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            Forward(network, seed, measured);
        }

        for (int position = 0; position < network.Layers.Count; position++)
        {
            Compare(expected[position].Sums.Variance, [.. measured[position].Select(signal => signal.Variance)], expected[position].Sums.Square);
            Compare(expected[position].Sums.Square, [.. measured[position].Select(signal => signal.Square)], expected[position].Sums.Square);
        }
    }

    [Fact]
    public void The_analysis_ends_where_nothing_is_claimed()
    {
        Positions("[Dense(8, Act.Softmax)] [Dense(8)]").ShouldBe(1);
        Positions("[Dense(8, Act.Relu)] [BatchNorm] [Activation(Act.Tanh)] [Dense(8)]").ShouldBe(3);
        Positions("[Dense(1, Init.Constant, InitScale = 1)] [Dense(8)]").ShouldBe(0);

        static int Positions(string layers) => SignalPropagation.Through(
            Reading.Complete($"[Input(8)] {layers} [MeanSquaredError] partial class Net;")).Count();
    }

    [Theory]
    [InlineData("Init.Normal, InitScale = 0.3")]
    [InlineData("Init.TruncatedNormal, InitScale = 0.3, Gain = 2")]
    [InlineData("Init.Uniform, InitScale = 0.3")]
    [InlineData("Init.He")]
    [InlineData("Init.HeUniform, FanMode = FanMode.Out")]
    [InlineData("Init.Glorot")]
    [InlineData("Init.Xavier, FanMode = FanMode.Average, Gain = 3")]
    [InlineData("Init.LeCunUniform")]
    [InlineData("Init.Orthogonal, Gain = 0.5")]
    [InlineData("Init.Zeros")]
    public void The_variance_is_that_of_the_weights_that_are_drawn(string weights)
    {
        foreach ((int inputs, int units) in new[] { (300, 100), (100, 300) })
        {
            var dense = (DenseSpec)Reading.Complete($"[Input({inputs})] [Dense({units}, {weights})] [MeanSquaredError] partial class Net;").Layers[0];

            double[] drawn = Draw(dense, inputs, seed: 1);

            // Standard errors of a variance: sqrt((kurtosis - 1) / count), at most sqrt(2 / count).
            double expected = InitialVariance.Of(dense, inputs).ShouldNotBeNull();
            drawn.Average(weight => weight * weight).ShouldBe(expected, (5 * expected * Math.Sqrt(2.0 / drawn.Length)) + 1e-12);
        }
    }

    /// <summary>Within five standard errors of the mean over seeds, and what layers of finite width and batches of finite size leave.</summary>
    private static void Compare(double expected, double[] measured, double square)
    {
        double mean = measured.Average();
        double error = Math.Sqrt(measured.Sum(value => (value - mean) * (value - mean)) / (measured.Length - 1) / measured.Length);
        mean.ShouldBe(expected, (5 * error) + (0.03 * expected) + (1e-4 * square));
    }

    private static void Forward(NetworkSpec network, ulong seed, List<Signal>[] measured)
    {
        var random = new CounterRandom(seed, stream: 99);
        double[][] rows = [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, network.InputSize).Select(_ => random.NextNormal()).ToArray())];
        for (int position = 0; position < network.Layers.Count; position++)
        {
            if (network.Layers[position] is DenseSpec dense)
            {
                rows = Multiply(rows, Draw(dense, rows[0].Length, (seed << 8) + (ulong)position), dense.Units);
            }

            measured[position].Add(Measure(rows));
            rows = Apply(network.Layers[position], rows, ref random);
        }
    }

    private static double[] Draw(DenseSpec dense, int inputs, ulong seed)
    {
        float[] weights = new float[inputs * dense.Units];
        Initializer.Fill(
            weights, (Init)dense.Init, dense.InitScale, (FanMode)dense.FanMode, dense.Gain, inputs, dense.Units, seed, stream: 1);
        return [.. weights.Select(weight => (double)weight)];
    }

    private static double[][] Multiply(double[][] rows, double[] weights, int units) =>
        [.. rows.Select(row =>
        {
            double[] sums = new double[units];
            for (int input = 0; input < row.Length; input++)
            {
                for (int unit = 0; unit < units; unit++)
                {
                    sums[unit] += row[input] * weights[(input * units) + unit];
                }
            }

            return sums;
        })];

    private static double[][] Apply(LayerSpec layer, double[][] rows, ref CounterRandom random)
    {
        switch (layer)
        {
            case DenseSpec dense:
                return Map(rows, z => Activations.Value(dense.Activation, z, uniform: 0.5));
            case ActivationSpec activation:
                return Map(rows, z => Activations.Value(activation.Activation, z, uniform: 0.5));
            case BatchNormSpec norm:
                return Normalize(rows, norm.Epsilon);
            case DropoutSpec dropout:
                CounterRandom masks = random;
                double[][] dropped = Map(rows, x => masks.NextDouble() < dropout.Rate ? 0 : x / (1 - dropout.Rate));
                random = masks;
                return dropped;
            default:
                throw new ArgumentException($"{layer.Name} has no formula here.", nameof(layer));
        }
    }

    private static double[][] Map(double[][] rows, Func<double, double> function) => [.. rows.Select(row => row.Select(function).ToArray())];

    private static double[][] Normalize(double[][] rows, double epsilon)
    {
        double[] means = [.. Columns(rows).Select(column => column.Average())];
        double[] scales = [.. Columns(rows).Select(column => 1 / Math.Sqrt((SumOfSquares(column) / column.Length) + epsilon))];
        return [.. rows.Select(row => row.Select((x, unit) => (x - means[unit]) * scales[unit]).ToArray())];
    }

    /// <summary>The unbiased variance over rows, and the mean square, both averaged over units.</summary>
    private static Signal Measure(double[][] rows)
    {
        double square = rows.Average(row => row.Average(x => x * x));
        double variance = Columns(rows).Average(column => SumOfSquares(column) / (column.Length - 1));
        return new Signal(square - variance, variance);
    }

    private static double SumOfSquares(double[] column)
    {
        double mean = column.Average();
        return column.Sum(x => (x - mean) * (x - mean));
    }

    private static IEnumerable<double[]> Columns(double[][] rows) =>
        Enumerable.Range(0, rows[0].Length).Select(unit => rows.Select(row => row[unit]).ToArray());
}
