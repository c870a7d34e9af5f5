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
        foreach (VectorFunction function in new[] { Exp, ExpM1, Log, Tanh, Sigmoid })
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

    [Fact]
    public void Negative_zero_is_a_zero_and_keeps_its_sign_in_Tanh()
    {
        ShouldBeEverywhere(Exp, -0f, 1f);
        ShouldBeEverywhere(Log, -0f, float.NegativeInfinity);
        ShouldBeEverywhere(Sigmoid, -0f, 0.5f);
        ShouldBeEverywhere(Tanh, -0f, -0f);
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

    private static void ShouldBeAccurate(VectorFunction function, float[] arguments)
    {
        double[] exact = Array.ConvertAll(arguments, x => function.Exact(x));
        foreach (float[] results in function.ApplyWhereAccelerated(arguments))
        {
            double worst = -1;
            int where = 0;
            for (int index = 0; index < results.Length; index++)
            {
                double error = ErrorInUlp(results[index], exact[index]);
                if (error > worst)
                {
                    (worst, where) = (error, index);
                }
            }

            worst.ShouldBeLessThanOrEqualTo(
                AllowedUlp, FormattableString.Invariant($"at {arguments[where]:R}: {results[where]:R} instead of {exact[where]:R}"));
        }
    }

    private static double ErrorInUlp(float actual, double exact)
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

        int exponent = rounded == 0 ? -149 : Math.Max(-149, Math.ILogB(rounded) - 23);
        return Math.Abs(actual - exact) / Math.ScaleB(1, exponent);
    }

    // The difference cancels near zero, where four terms of the series suffice for doubles that judge floats.
    private static double ExactExpM1(double x) =>
        Math.Abs(x) < 1e-3 ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))) : Math.Exp(x) - 1;

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
