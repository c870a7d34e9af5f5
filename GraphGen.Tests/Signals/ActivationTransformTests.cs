using GraphGen.Model;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Signals;

/// <summary>The Gaussian integrals behind GG2005, against samples and against known values.</summary>
public sealed class ActivationTransformTests
{
    private const int Samples = 100_000;

    /// <summary>Shared part and variance: of a first layer, of later ones, of rows that hardly differ, of large and of small signals.</summary>
    private static readonly (double Shared, double Variance)[] Signals = [(0, 1), (0.5, 0.5), (1.7, 0.02), (9, 12), (0.01, 0.003)];

    public static TheoryData<int> Functions => [.. Enumerable.Range(0, Activations.All.Length)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Both_moments_agree_with_a_hundred_thousand_samples_within_five_standard_errors(int index)
    {
        ActivationFunction function = Activations.All[index];
        foreach ((double shared, double variance) in Signals)
        {
            Signal computed = ActivationTransform.Of(function, new Signal(shared, variance)).ShouldNotBeNull();

            (Sampled common, Sampled own) = Sample(function, shared, variance, stream: (ulong)index);

            computed.Shared.ShouldBe(common.Mean, 5 * common.StandardError, $"{function}, shared of ({shared}, {variance})");
            computed.Variance.ShouldBe(own.Mean, 5 * own.StandardError, $"{function}, variance of ({shared}, {variance})");
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Integrals_agree_with_the_trapezoidal_rule_which_is_exact_to_a_millionth_for_smooth_functions(int index)
    {
        ActivationFunction function = Activations.All[index];
        foreach ((double shared, double variance) in Signals)
        {
            Signal computed = ActivationTransform.Of(function, new Signal(shared, variance)).ShouldNotBeNull();

            double square = Trapezoids(z => SquareAt(function, z), shared + variance);
            double common = shared == 0
                ? Squared(Trapezoids(z => MeanAt(function, z), variance))
                : Trapezoids(t => Squared(Trapezoids(a => MeanAt(function, t + a), variance)), shared);

            // Around 1, where signals should be, Gauss's rule is at its best; the trapezoidal one is not at sharp bends.
            double tolerance = IsSmooth(function.Kind) && shared + variance == 1 ? 1e-6 : 5e-4;
            computed.Square.ShouldBe(square, tolerance * (1 + square), $"{function}, square of ({shared}, {variance})");
            computed.Shared.ShouldBe(common, tolerance * (1 + common), $"{function}, shared of ({shared}, {variance})");
        }
    }

    [Fact]
    public void Selu_keeps_a_mean_of_zero_and_a_variance_of_one()
    {
        Signal signal = ActivationTransform.Of(Model.Act.Selu, Signal.Standardized).ShouldNotBeNull();

        signal.Shared.ShouldBe(0, 1e-9);
        signal.Variance.ShouldBe(1, 1e-7);
    }

    [Fact]
    public void Relu_of_independent_rows_has_half_the_square_and_shares_one_part_in_two_pi()
    {
        Signal signal = ActivationTransform.Of(Model.Act.Relu, new Signal(0, 3)).ShouldNotBeNull();

        signal.Square.ShouldBe(1.5, 1e-12);
        signal.Shared.ShouldBe(3 / (2 * Math.PI), 1e-12);
    }

    [Fact]
    public void Rows_that_are_equal_stay_equal()
    {
        foreach (ActivationFunction function in Activations.All.Where(function => function.Kind != Model.Act.RRelu))
        {
            ActivationTransform.Of(function, new Signal(2, 0)).ShouldNotBeNull().Variance.ShouldBe(0, 1e-12, function.ToString());
        }
    }

    [Fact]
    public void Nothing_is_claimed_about_softmax() => ActivationTransform.Of(Model.Act.Softmax, Signal.Standardized).ShouldBeNull();

    /// <summary>Pairs of rows: the product of both is the shared part, half the square of their difference the variance.</summary>
    private static (Sampled Shared, Sampled Variance) Sample(ActivationFunction function, double shared, double variance, ulong stream)
    {
        var random = new CounterRandom(seed: 11, stream);
        Sampled common = default, own = default;
        for (int sample = 0; sample < Samples; sample++)
        {
            double t = Math.Sqrt(shared) * random.NextNormal();
            double first = Draw(ref random), second = Draw(ref random);
            common.Add(first * second);
            own.Add(Squared(first - second) / 2);

            double Draw(ref CounterRandom generator) =>
                Activations.Value(function, t + (Math.Sqrt(variance) * generator.NextNormal()), generator.NextDouble());
        }

        return (common, own);
    }

    /// <summary>The mean over RReLU's slopes, in which the function is linear; for the others the value.</summary>
    private static double MeanAt(ActivationFunction function, double z) => Activations.Value(function, z, uniform: 0.5);

    private static double SquareAt(ActivationFunction function, double z)
    {
        double variance = function.Kind == Model.Act.RRelu && z < 0 ? Squared((function.UpperAlpha - function.Alpha) * z) / 12 : 0;
        return Squared(MeanAt(function, z)) + variance;
    }

    private static double Trapezoids(Func<double, double> function, double variance)
    {
        const double Step = 1.0 / 32;
        const int Steps = 8 * 32;
        double sum = 0;
        for (int index = -Steps; index <= Steps; index++)
        {
            double x = index * Step;
            sum += Math.Exp(-x * x / 2) * function(Math.Sqrt(variance) * x);
        }

        return sum * Step / Math.Sqrt(2 * Math.PI);
    }

    private static bool IsSmooth(Model.Act kind) =>
        kind is Model.Act.Linear or Model.Act.Sigmoid or Model.Act.Tanh or Model.Act.Swish or Model.Act.Gelu or Model.Act.Mish or Model.Act.Softplus;

    private static double Squared(double value) => value * value;

    private struct Sampled
    {
        private double sum;
        private double squares;
        private int count;

        public readonly double Mean => sum / count;

        public readonly double StandardError => Math.Sqrt(((squares / count) - (Mean * Mean)) / count);

        public void Add(double value)
        {
            sum += value;
            squares += value * value;
            count++;
        }
    }
}
