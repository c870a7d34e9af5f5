using System.Runtime.Intrinsics;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class VectorMathTests
{
    private const double AllowedUlp = 2;

    private static readonly VectorFunction Exp = new(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp);
    private static readonly VectorFunction ExpM1 = new(VectorMath.ExpM1, VectorMath.ExpM1, VectorMath.ExpM1, ExactExpM1);
    private static readonly VectorFunction Log = new(VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log);
    private static readonly VectorFunction Tanh = new(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh);
    private static readonly VectorFunction Sigmoid = new(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, x =>
        1 / (1 + Math.Exp(-x)));

    private static readonly VectorFunction Softplus = new(VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, ExactSoftplus);
    private static readonly VectorFunction Gelu = new(VectorMath.Gelu, VectorMath.Gelu, VectorMath.Gelu, ExactGelu);
    private static readonly VectorFunction GeluSlope = new(
        VectorMath.GeluSlope, VectorMath.GeluSlope, VectorMath.GeluSlope, ExactGeluSlope);

    private static readonly VectorFunction Mish = new(VectorMath.Mish, VectorMath.Mish, VectorMath.Mish, ExactMish);
    private static readonly VectorFunction MishSlope = new(
        VectorMath.MishSlope, VectorMath.MishSlope, VectorMath.MishSlope, ExactMishSlope);

    private static readonly float[] WholeRange = Sweep(0, 1L << 32, stride: 4_001);

    [Fact]
    public void Exp_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(Exp, WholeRange);

    [Fact]
    public void ExpM1_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(ExpM1, WholeRange);

    [Fact]
    public void Log_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(Log, WholeRange);

    [Fact]
    public void Tanh_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(Tanh, WholeRange);

    [Fact]
    public void Sigmoid_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(Sigmoid, WholeRange);

    [Fact]
    public void Softplus_is_within_two_ulp_over_its_whole_range() => ShouldBeAccurate(Softplus, WholeRange);

    [Fact]
    public void Gelu_is_within_two_ulp_except_in_its_left_tail()
    {
        ShouldBeAccurate(Gelu, Where(x => !(x < -0.4f)));
        ShouldBeAccurate(Gelu, Where(x => x < -0.4f), allowedUlp: 7);
    }

    [Fact]
    public void GeluSlope_is_within_two_ulp_except_where_its_terms_cancel()
    {
        ShouldBeAccurate(GeluSlope, Where(x => !(x < -0.4f)));
        ShouldBeAccurate(GeluSlope, Where(x => x < -0.4f), allowedUlp: 8, scale: NormalDistribution.Probability);
    }

    [Fact]
    public void Mish_is_within_three_ulp_over_its_whole_range() => ShouldBeAccurate(Mish, WholeRange, allowedUlp: 3);

    [Fact]
    public void MishSlope_is_within_two_ulp_except_where_its_terms_cancel()
    {
        ShouldBeAccurate(MishSlope, Where(x => !(x < 0f)));
        ShouldBeAccurate(MishSlope, Where(x => x < 0f), allowedUlp: 9, scale: ExactMishGate);
    }

    [Fact]
    public void Functions_are_within_their_bounds_where_most_digits_cancel()
    {
        ShouldBeAccurate(Gelu, Between(-0.4f, -0.39f));
        ShouldBeAccurate(Gelu, Between(0.99f, 1.1f));
        ShouldBeAccurate(Gelu, Between(-1.86f, -1.8f), allowedUlp: 7);
        ShouldBeAccurate(GeluSlope, Between(-1.27f, -1.18f), allowedUlp: 8, scale: NormalDistribution.Probability);
        ShouldBeAccurate(GeluSlope, Between(-0.7519f, -0.7517f), allowedUlp: 8, scale: NormalDistribution.Probability);
        ShouldBeAccurate(Softplus, Between(-1.3f, -1.27f));
        ShouldBeAccurate(Softplus, Between(-0.694f, -0.692f));
        ShouldBeAccurate(Mish, Between(-0.26f, -0.23f), allowedUlp: 3);
        ShouldBeAccurate(Mish, Between(1e-5f, 1e-4f), allowedUlp: 3);
        ShouldBeAccurate(MishSlope, Between(-2.19f, -2.16f), allowedUlp: 9, scale: ExactMishGate);
        ShouldBeAccurate(MishSlope, Between(-1.193f, -1.192f), allowedUlp: 9, scale: ExactMishGate);
    }

    [Fact]
    public void Functions_are_within_two_ulp_where_their_errors_are_largest()
    {
        // From sweeps through every 5th float: where digits cancel, and where the reduced argument changes sides.
        ShouldBeAccurate(Exp, Between(-5.88f, -5.82f));
        ShouldBeAccurate(ExpM1, Between(0.37f, 0.39f));
        ShouldBeAccurate(Log, Between(1.37f, 1.39f));
        ShouldBeAccurate(Tanh, Between(0.54f, 0.55f));
        ShouldBeAccurate(Sigmoid, Between(-16.66f, -16.63f));
        ShouldBeAccurate(Sigmoid, Between(-0.001f, -0.0001f));
    }

    [Fact]
    public void Widths_agree_bit_for_bit()
    {
        foreach (VectorFunction function in new[] { Exp, ExpM1, Log, Tanh, Sigmoid, Softplus, Gelu, GeluSlope, Mish, MishSlope })
        {
            float[][] results = [.. function.ApplyWhereAccelerated(WholeRange)];
            foreach (float[] other in results.Skip(1))
            {
                other.AsSpan().SequenceEqual(results[0]).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(88.72284f, float.PositiveInfinity)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-103.9f, float.Epsilon)]
    [InlineData(-104f, 0f)]
    [InlineData(float.MinValue, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Exp_of_special_values(float x, float expected) => ShouldBeEverywhere(Exp, x, expected);

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1e-30f, 1e-30f)]
    [InlineData(-1e-30f, -1e-30f)]
    [InlineData(88.72284f, float.PositiveInfinity)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-20f, -1f)]
    [InlineData(float.MinValue, -1f)]
    [InlineData(float.NegativeInfinity, -1f)]
    [InlineData(float.NaN, float.NaN)]
    public void ExpM1_of_special_values(float x, float expected) => ShouldBeEverywhere(ExpM1, x, expected);

    [Theory]
    [InlineData(1f, 0f)]
    [InlineData(0f, float.NegativeInfinity)]
    [InlineData(float.Epsilon, -103.278929f)]
    [InlineData(float.MaxValue, 88.72284f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-float.Epsilon, float.NaN)]
    [InlineData(-1f, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(float.NaN, float.NaN)]
    public void Log_of_special_values(float x, float expected) => ShouldBeEverywhere(Log, x, expected);

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(float.Epsilon, float.Epsilon)]
    [InlineData(-1e-30f, -1e-30f)]
    [InlineData(10f, 1f)]
    [InlineData(float.MinValue, -1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NegativeInfinity, -1f)]
    [InlineData(float.NaN, float.NaN)]
    public void Tanh_of_special_values(float x, float expected) => ShouldBeEverywhere(Tanh, x, expected);

    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(20f, 1f)]
    [InlineData(float.MaxValue, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(-103.9f, float.Epsilon)]
    [InlineData(-104f, 0f)]
    [InlineData(float.MinValue, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Sigmoid_of_special_values(float x, float expected) => ShouldBeEverywhere(Sigmoid, x, expected);

    [Theory]
    [InlineData(0f, 0.693147182f)]
    [InlineData(20f, 20f)]
    [InlineData(float.MaxValue, float.MaxValue)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(-103.9f, float.Epsilon)]
    [InlineData(-104f, 0f)]
    [InlineData(float.MinValue, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Softplus_of_special_values(float x, float expected) => ShouldBeEverywhere(Softplus, x, expected);

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1e-30f, 5e-31f)]
    [InlineData(float.MaxValue, float.MaxValue)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.MinValue, -0f)]
    [InlineData(float.NegativeInfinity, -0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Gelu_of_special_values(float x, float expected) => ShouldBeEverywhere(Gelu, x, expected);

    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(20f, 1f)]
    [InlineData(float.MaxValue, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.MinValue, -0f)]
    [InlineData(float.NegativeInfinity, -0f)]
    [InlineData(float.NaN, float.NaN)]
    public void GeluSlope_of_special_values(float x, float expected) => ShouldBeEverywhere(GeluSlope, x, expected);

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1e-30f, 6e-31f)]
    [InlineData(float.MaxValue, float.MaxValue)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.MinValue, -0f)]
    [InlineData(float.NegativeInfinity, -0f)]
    [InlineData(float.NaN, float.NaN)]
    public void Mish_of_special_values(float x, float expected) => ShouldBeEverywhere(Mish, x, expected);

    [Theory]
    [InlineData(0f, 0.6f)]
    [InlineData(40f, 1f)]
    [InlineData(float.MaxValue, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.MinValue, -0f)]
    [InlineData(float.NegativeInfinity, -0f)]
    [InlineData(float.NaN, float.NaN)]
    public void MishSlope_of_special_values(float x, float expected) => ShouldBeEverywhere(MishSlope, x, expected);

    [Fact]
    public void Slopes_are_the_derivatives_of_their_functions()
    {
        const double Step = 1e-5;
        for (double x = -12; x <= 12; x += 0.0625)
        {
            ExactGeluSlope(x).ShouldBe((ExactGelu(x + Step) - ExactGelu(x - Step)) / (2 * Step), tolerance: 1e-9);
            ExactMishSlope(x).ShouldBe((ExactMish(x + Step) - ExactMish(x - Step)) / (2 * Step), tolerance: 1e-9);
        }
    }

    [Fact]
    public void Negative_zero_is_a_zero_and_keeps_its_sign_in_Tanh()
    {
        ShouldBeEverywhere(Exp, -0f, 1f);
        ShouldBeEverywhere(Log, -0f, float.NegativeInfinity);
        ShouldBeEverywhere(Sigmoid, -0f, 0.5f);
        ShouldBeEverywhere(Tanh, -0f, -0f);
        ShouldBeEverywhere(Gelu, -0f, 0f);
    }

    private static void ShouldBeEverywhere(VectorFunction function, float x, float expected)
    {
        float[] arguments = [.. Enumerable.Repeat(x, Vector512<float>.Count)];
        foreach (float result in function.ApplyAll(arguments).SelectMany(results => results))
        {
            result.ShouldBe(expected);
            if (expected == 0)
            {
                float.IsNegative(result).ShouldBe(float.IsNegative(expected));
            }
        }
    }

    // The allowed units are those of the exact value, or of the scale at the argument where that is larger.
    private static void ShouldBeAccurate(
        VectorFunction function, float[] arguments, double allowedUlp = AllowedUlp, Func<double, double>? scale = null)
    {
        double[] exact = Array.ConvertAll(arguments, x => function.Exact(x));
        double[] scales = Array.ConvertAll(arguments, x => scale?.Invoke(x) ?? 0);
        foreach (float[] results in function.ApplyWhereAccelerated(arguments))
        {
            double worst = -1;
            int where = 0;
            for (int index = 0; index < results.Length; index++)
            {
                double error = ErrorInUlp(results[index], exact[index], scales[index]);
                if (error > worst)
                {
                    (worst, where) = (error, index);
                }
            }

            worst.ShouldBeLessThanOrEqualTo(
                allowedUlp, FormattableString.Invariant($"at {arguments[where]:R}: {results[where]:R} instead of {exact[where]:R}"));
        }
    }

    private static double ErrorInUlp(float actual, double exact, double scale)
    {
        float rounded = (float)exact;
        if (actual.Equals(rounded))
        {
            return 0;
        }

        if (!float.IsFinite(actual) || !float.IsFinite(rounded))
        {
            return double.PositiveInfinity;
        }

        float unitOf = Math.Max(Math.Abs(rounded), (float)scale);
        int exponent = unitOf == 0 ? -149 : Math.Max(-149, Math.ILogB(unitOf) - 23);
        return Math.Abs(actual - exact) / Math.ScaleB(1, exponent);
    }

    // The difference cancels near zero, where four terms of the series suffice for doubles that judge floats.
    private static double ExactExpM1(double x) =>
        Math.Abs(x) < 1e-3 ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))) : Math.Exp(x) - 1;

    private static double ExactSoftplus(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        double logarithm = e < 1e-4 ? e * (1 - (e / 2) + (e * e / 3) - (e * e * e / 4)) : Math.Log(1 + e);
        return Math.Max(x, 0) + logarithm;
    }

    private static double ExactGelu(double x) => double.IsNegativeInfinity(x) ? 0 : x * NormalDistribution.Probability(x);

    private static double ExactGeluSlope(double x) =>
        NormalDistribution.Probability(x) + (double.IsInfinity(x) ? 0 : x * NormalDistribution.Density(x));

    private static double ExactMishGate(double x) => Math.Tanh(ExactSoftplus(x));

    private static double ExactMish(double x) => double.IsNegativeInfinity(x) ? 0 : x * ExactMishGate(x);

    // By e = exp(x) alone: in the sum of two terms, 1 - tanh^2 would cancel.
    private static double ExactMishSlope(double x)
    {
        if (x > 50 || double.IsNegativeInfinity(x))
        {
            return x > 0 ? 1 : 0;
        }

        double e = Math.Exp(x);
        double denominator = (e * e) + (2 * e) + 2;
        return e * (((e + 2) * denominator) + (4 * x * (1 + e))) / (denominator * denominator);
    }

    // The whole range less what is not asked for, padded to whole vectors.
    private static float[] Where(Func<float, bool> predicate)
    {
        float[] found = [.. WholeRange.Where(predicate)];
        int padding = -found.Length & (Vector512<float>.Count - 1);
        return [.. found, .. Enumerable.Repeat(found[^1], padding)];
    }

    private static float[] Between(float from, float to)
    {
        long first = BitConverter.SingleToUInt32Bits(from);
        long last = BitConverter.SingleToUInt32Bits(to);
        return Sweep(Math.Min(first, last), Math.Max(first, last), stride: 7);
    }

    // Floats by their bit patterns, padded to whole vectors of every width by repeating the last.
    private static float[] Sweep(long from, long to, int stride)
    {
        int count = (int)((to - from + stride - 1) / stride);
        var values = new float[(count + Vector512<float>.Count - 1) & ~(Vector512<float>.Count - 1)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BitConverter.UInt32BitsToSingle((uint)(from + ((long)Math.Min(index, count - 1) * stride)));
        }

        return values;
    }
}
