using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class InitializerTests
{
    private const int FanIn = 200;
    private const int FanOut = 600;
    private const int Count = FanIn * FanOut;

    public static TheoryData<Init, double> Normals => new()
    {
        { Init.Normal, 0.3 },
        { Init.Xavier, Math.Sqrt(1.0 / 200) },
        { Init.Glorot, Math.Sqrt(2.0 / 800) },
        { Init.He, Math.Sqrt(2.0 / 200) },
        { Init.LeCun, Math.Sqrt(1.0 / 200) },
    };

    public static TheoryData<Init, double> Uniforms => new()
    {
        { Init.Uniform, 0.3 },
        { Init.XavierUniform, Math.Sqrt(3.0 / 200) },
        { Init.GlorotUniform, Math.Sqrt(6.0 / 800) },
        { Init.HeUniform, Math.Sqrt(6.0 / 200) },
        { Init.LeCunUniform, Math.Sqrt(3.0 / 200) },
    };

    [Theory]
    [MemberData(nameof(Normals))]
    public void Normal_weights_have_their_mean_deviation_and_tails(Init init, double deviation)
    {
        float[] weights = Fill(init);

        (Mean(weights) / deviation).ShouldBe(0, tolerance: 5 / Math.Sqrt(Count));
        (Deviation(weights) / deviation).ShouldBe(1, tolerance: 5 / Math.Sqrt(2.0 * Count));

        // Beyond two deviations lie 4.55 % of a normal distribution, and beyond four still a few of so many.
        (weights.Count(weight => Math.Abs(weight) > 2 * deviation) / (double)Count).ShouldBe(0.0455, tolerance: 0.004);
        (weights.Max(Math.Abs) / deviation).ShouldBeInRange(3.8, 6.5);
    }

    [Theory]
    [MemberData(nameof(Uniforms))]
    public void Uniform_weights_have_their_mean_deviation_and_limits(Init init, double limit)
    {
        float[] weights = Fill(init);
        double deviation = limit / Math.Sqrt(3);

        (Mean(weights) / deviation).ShouldBe(0, tolerance: 5 / Math.Sqrt(Count));
        (Deviation(weights) / deviation).ShouldBe(1, tolerance: 5 / Math.Sqrt(2.0 * Count));
        weights.Max().ShouldBeInRange((float)(limit * 0.999), (float)limit);
        weights.Min().ShouldBeInRange((float)-limit, (float)(limit * -0.999));
    }

    [Fact]
    public void Zeros_and_constants_are_what_they_say()
    {
        Fill(Init.Zeros).ShouldAllBe(weight => weight == 0f);
        Fill(Init.Constant).ShouldAllBe(weight => weight == 0.3f);
    }

    [Fact]
    public void Equal_seeds_and_streams_give_equal_weights_and_others_do_not()
    {
        float[] weights = Fill(Init.He, seed: 5, stream: 6);

        Fill(Init.He, seed: 5, stream: 6).ShouldBe(weights);
        Fill(Init.He, seed: 6, stream: 6).ShouldNotBe(weights);
        Fill(Init.He, seed: 5, stream: 7).ShouldNotBe(weights);
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Refused(Init.Auto, 0, 2, 3).ShouldBe("init");
        Refused((Init)99, 0, 2, 3).ShouldBe("init");
        Refused(Init.He, 0, 3, 3).ShouldBe("weights");
        Refused(Init.He, 0, 0, 3).ShouldBe("fanIn");
        Refused(Init.He, 0, 2, 0).ShouldBe("fanOut");
        Refused(Init.Normal, -1, 2, 3).ShouldBe("scale");
        Refused(Init.Uniform, double.PositiveInfinity, 2, 3).ShouldBe("scale");
        Refused(Init.Constant, double.NaN, 2, 3).ShouldBe("scale");
    }

    private static string? Refused(Init init, double scale, int fanIn, int fanOut) =>
        Should.Throw<ArgumentException>(() => Initializer.Fill(new float[6], init, scale, fanIn, fanOut, 0, 0)).ParamName;

    private static float[] Fill(Init init, ulong seed = 1, ulong stream = 2)
    {
        var weights = new float[Count];
        Initializer.Fill(weights, init, 0.3, FanIn, FanOut, seed, stream);
        return weights;
    }

    private static double Mean(float[] weights) => weights.Average(weight => (double)weight);

    private static double Deviation(float[] weights) => Math.Sqrt(weights.Average(weight => (double)weight * weight));
}
