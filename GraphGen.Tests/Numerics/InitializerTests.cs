using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class InitializerTests
{
    private const double Scale = 0.3;

    private static readonly int[] FanIns = [4, 16, 100, 784, 4096];

    // Standard deviations and limits by fan-in and fan-out.
    private static readonly Dictionary<Init, Func<double, double, double>> NormalDeviations = new()
    {
        [Init.Normal] = (_, _) => Scale,
        [Init.Xavier] = (fanIn, _) => Math.Sqrt(1 / fanIn),
        [Init.Glorot] = (fanIn, fanOut) => Math.Sqrt(2 / (fanIn + fanOut)),
        [Init.He] = (fanIn, _) => Math.Sqrt(2 / fanIn),
        [Init.LeCun] = (fanIn, _) => Math.Sqrt(1 / fanIn),
    };

    private static readonly Dictionary<Init, Func<double, double, double>> UniformLimits = new()
    {
        [Init.Uniform] = (_, _) => Scale,
        [Init.XavierUniform] = (fanIn, _) => Math.Sqrt(3 / fanIn),
        [Init.GlorotUniform] = (fanIn, fanOut) => Math.Sqrt(6 / (fanIn + fanOut)),
        [Init.HeUniform] = (fanIn, _) => Math.Sqrt(6 / fanIn),
        [Init.LeCunUniform] = (fanIn, _) => Math.Sqrt(3 / fanIn),
    };

    public static TheoryData<Init, int> Normals => Cases(NormalDeviations.Keys);

    public static TheoryData<Init, int> Uniforms => Cases(UniformLimits.Keys);

    [Theory]
    [MemberData(nameof(Normals))]
    public void Normal_weights_have_their_mean_variance_and_tails(Init init, int fanIn)
    {
        int fanOut = FanOut(fanIn);
        double deviation = NormalDeviations[init](fanIn, fanOut);
        float[] weights = Fill(init, fanIn, fanOut);
        int count = weights.Length;

        // The standard error of the mean is sd / sqrt(n), that of a normal sample's variance sqrt(2 / n) of it.
        (Mean(weights) / deviation).ShouldBe(0, tolerance: 5 / Math.Sqrt(count));
        (Variance(weights) / (deviation * deviation)).ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / count));

        // Beyond two deviations lie 4.55 % of a normal distribution, and beyond 3.7 still two in 10,000.
        double beyond = weights.Count(weight => Math.Abs(weight) > 2 * deviation) / (double)count;
        beyond.ShouldBe(0.0455, tolerance: 5 * Math.Sqrt(0.0455 * 0.9545 / count));
        (weights.Max(Math.Abs) / deviation).ShouldBeInRange(3.7, 6.5);
    }

    [Theory]
    [MemberData(nameof(Uniforms))]
    public void Uniform_weights_have_their_mean_variance_and_limits(Init init, int fanIn)
    {
        int fanOut = FanOut(fanIn);
        double limit = UniformLimits[init](fanIn, fanOut);
        float[] weights = Fill(init, fanIn, fanOut);
        ShouldBeUniform(weights, limit);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(784)]
    [InlineData(4096)]
    public void Truncated_normal_weights_have_their_mean_variance_and_limits(int fanIn)
    {
        // Of a standard normal variable between -2 and 2: the deviation, and E z^4 / (E z^2)^2 for the sampling error of the variance.
        const double Deviation = 0.87962566;
        const double Kurtosis = 2.3656;
        float[] weights = Fill(Init.TruncatedNormal, fanIn, FanOut(fanIn));
        int count = weights.Length;

        (Mean(weights) / (Scale * Deviation)).ShouldBe(0, tolerance: 5 / Math.Sqrt(count));
        (Variance(weights) / (Scale * Scale * Deviation * Deviation)).ShouldBe(1, tolerance: 5 * Math.Sqrt((Kurtosis - 1) / count));
        (weights.Max(Math.Abs) / Scale).ShouldBeInRange(1.99, 2.000001);
    }

    [Theory]
    [InlineData(Init.He, FanMode.In, 2.0 / 64)]
    [InlineData(Init.He, FanMode.Out, 2.0 / 576)]
    [InlineData(Init.He, FanMode.Average, 2.0 / 320)]
    [InlineData(Init.Glorot, FanMode.In, 1.0 / 64)]
    [InlineData(Init.Glorot, FanMode.Out, 1.0 / 576)]
    [InlineData(Init.Glorot, FanMode.Average, 1.0 / 320)]
    [InlineData(Init.LeCun, FanMode.Out, 1.0 / 576)]
    [InlineData(Init.Xavier, FanMode.Average, 1.0 / 320)]
    [InlineData(Init.HeUniform, FanMode.Average, 2.0 / 320)]
    [InlineData(Init.GlorotUniform, FanMode.Out, 1.0 / 576)]
    [InlineData(Init.LeCunUniform, FanMode.Average, 1.0 / 320)]
    [InlineData(Init.XavierUniform, FanMode.Out, 1.0 / 576)]
    public void The_fan_mode_chooses_what_the_variance_is_divided_by(Init init, FanMode fanMode, double variance)
    {
        float[] weights = Fill(init, 64, 576, fanMode);

        (Variance(weights) / variance).ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / weights.Length));
    }

    [Theory]
    [InlineData(Init.Normal)]
    [InlineData(Init.TruncatedNormal)]
    [InlineData(Init.Uniform)]
    [InlineData(Init.Glorot)]
    [InlineData(Init.HeUniform)]
    [InlineData(Init.Orthogonal)]
    public void The_gain_multiplies_random_weights(Init init)
    {
        float[] plain = Fill(init, 20, 30);

        Fill(init, 20, 30, gain: 4).ShouldBe(Array.ConvertAll(plain, weight => 4 * weight));
    }

    [Fact]
    public void The_older_table_is_Glorot_and_He_on_the_average_of_the_fans()
    {
        const int FanIn = 100;
        const int FanOut = 300;
        double logistic = Math.Sqrt(6.0 / (FanIn + FanOut));

        ShouldBeUniform(Fill(Init.GlorotUniform, FanIn, FanOut), logistic);
        ShouldBeUniform(Fill(Init.GlorotUniform, FanIn, FanOut, gain: 4), 4 * logistic);
        ShouldBeUniform(Fill(Init.HeUniform, FanIn, FanOut, FanMode.Average), Math.Sqrt(2) * logistic);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(5, 7)]
    [InlineData(64, 64)]
    [InlineData(784, 100)]
    [InlineData(33, 500)]
    public void Orthogonal_weights_have_orthonormal_rows_or_columns(int fanIn, int fanOut)
    {
        const double Gain = 1.5;
        float[] weights = Fill(Init.Orthogonal, fanIn, fanOut, gain: Gain);
        bool byRows = fanIn < fanOut;
        int count = Math.Min(fanIn, fanOut);
        int length = Math.Max(fanIn, fanOut);
        for (int first = 0; first < count; first++)
        {
            for (int second = 0; second <= first; second++)
            {
                double product = 0;
                for (int index = 0; index < length; index++)
                {
                    product += (double)Element(first, index) * Element(second, index);
                }

                (product / (Gain * Gain)).ShouldBe(first == second ? 1 : 0, tolerance: 1e-6);
            }
        }

        float Element(int vector, int index) => byRows ? weights[(vector * fanOut) + index] : weights[(index * fanOut) + vector];
    }

    [Fact]
    public void Orthogonal_weights_prefer_no_direction()
    {
        // The traces of random orthogonal matrices have mean 0 and variance 1, as they would not if the signs of the factorisation were
        // left to chance.
        const int Matrices = 2_000;
        const int Side = 6;
        double sum = 0;
        double squares = 0;
        for (int stream = 0; stream < Matrices; stream++)
        {
            float[] weights = Fill(Init.Orthogonal, Side, Side, stream: (ulong)stream);
            double trace = Enumerable.Range(0, Side).Sum(index => (double)weights[(index * Side) + index]);
            sum += trace;
            squares += trace * trace;
        }

        (sum / Matrices).ShouldBe(0, tolerance: 5 / Math.Sqrt(Matrices));
        (squares / Matrices).ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / Matrices));
    }

    [Fact]
    public void Zeros_and_constants_are_what_they_say_whatever_the_gain()
    {
        Fill(Init.Zeros, 10, 20, gain: 3).ShouldAllBe(weight => weight == 0f);
        Fill(Init.Constant, 10, 20, gain: 3).ShouldAllBe(weight => weight == 0.3f);
    }

    [Fact]
    public void Equal_seeds_and_streams_give_equal_weights_and_others_do_not()
    {
        foreach (Init init in Enum.GetValues<Init>().Except([Init.Auto, Init.Zeros, Init.Constant]))
        {
            float[] weights = Fill(init, 20, 30, seed: 5, stream: 6);

            Fill(init, 20, 30, seed: 5, stream: 6).ShouldBe(weights);
            Fill(init, 20, 30, seed: 6, stream: 6).ShouldNotBe(weights);
            Fill(init, 20, 30, seed: 5, stream: 7).ShouldNotBe(weights);
        }
    }

    // A network trained from a seed must be the same on every machine and in later versions.
    [Theory]
    [InlineData(Init.Normal, 2185356411u)]
    [InlineData(Init.TruncatedNormal, 2330974813u)]
    [InlineData(Init.Uniform, 2203758732u)]
    [InlineData(Init.Xavier, 948966096u)]
    [InlineData(Init.XavierUniform, 3191716168u)]
    [InlineData(Init.Glorot, 1265567012u)]
    [InlineData(Init.GlorotUniform, 445874938u)]
    [InlineData(Init.He, 3983369829u)]
    [InlineData(Init.HeUniform, 3279470779u)]
    [InlineData(Init.LeCun, 948966096u)]
    [InlineData(Init.LeCunUniform, 3191716168u)]
    [InlineData(Init.Orthogonal, 2601723783u)]
    public void A_seed_gives_the_same_bits_for_ever(Init init, uint expected) =>
        Checksum(Fill(init, 30, 50, seed: 42, stream: 3)).ShouldBe(expected);

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Refused(Init.Auto, 0, 2, 3).ShouldBe("init");
        Refused((Init)99, 0, 2, 3).ShouldBe("init");
        Refused(Init.He, 0, 3, 3).ShouldBe("weights");
        Refused(Init.He, 0, 0, 3).ShouldBe("fanIn");
        Refused(Init.He, 0, 2, 0).ShouldBe("fanOut");
        Refused(Init.He, 0, 2, 3, (FanMode)9).ShouldBe("fanMode");
        Refused(Init.Normal, -1, 2, 3).ShouldBe("scale");
        Refused(Init.TruncatedNormal, -1, 2, 3).ShouldBe("scale");
        Refused(Init.Uniform, double.PositiveInfinity, 2, 3).ShouldBe("scale");
        Refused(Init.Constant, double.NaN, 2, 3).ShouldBe("scale");
        Refused(Init.He, 0, 2, 3, gain: 0).ShouldBe("gain");
        Refused(Init.Orthogonal, 0, 2, 3, gain: -1).ShouldBe("gain");
        Refused(Init.He, 0, 2, 3, gain: double.NaN).ShouldBe("gain");
        Refused(Init.He, 0, 2, 3, gain: double.PositiveInfinity).ShouldBe("gain");
    }

    private static void ShouldBeUniform(float[] weights, double limit)
    {
        int count = weights.Length;
        double variance = limit * limit / 3;

        // A uniform sample's variance has the standard error sqrt(4 / (5 n)) of it; its extremes miss the limits by about 1 / n of the
        // range.
        Mean(weights).ShouldBe(0, tolerance: 5 * Math.Sqrt(variance / count));
        (Variance(weights) / variance).ShouldBe(1, tolerance: 5 * Math.Sqrt(0.8 / count));
        weights.Max().ShouldBeInRange((float)(limit * 0.999), (float)limit);
        weights.Min().ShouldBeInRange((float)-limit, (float)(limit * -0.999));
    }

    private static string? Refused(
        Init init, double scale, int fanIn, int fanOut, FanMode fanMode = FanMode.Auto, double gain = 1) =>
        Should.Throw<ArgumentException>(() =>
            Initializer.Fill(new float[6], init, scale, fanMode, gain, fanIn, fanOut, seed: 0, stream: 0)).ParamName;

    private static float[] Fill(
        Init init, int fanIn, int fanOut, FanMode fanMode = FanMode.Auto, double gain = 1, ulong seed = 1, ulong stream = 2)
    {
        var weights = new float[fanIn * fanOut];
        Initializer.Fill(weights, init, Scale, fanMode, gain, fanIn, fanOut, seed, stream);
        return weights;
    }

    private static TheoryData<Init, int> Cases(IEnumerable<Init> initialisers)
    {
        var cases = new TheoryData<Init, int>();
        foreach (Init init in initialisers)
        {
            foreach (int fanIn in FanIns)
            {
                cases.Add(init, fanIn);
            }
        }

        return cases;
    }

    // So many that about 40,000 weights are drawn.
    private static int FanOut(int fanIn) => Math.Max(10, 40_000 / fanIn);

    private static double Mean(float[] weights) => weights.Average(weight => (double)weight);

    // About zero, which is the mean of all initialisers.
    private static double Variance(float[] weights) => weights.Average(weight => (double)weight * weight);

    // Fowler, Noll and Vo's hash of the weights' bits, in 32 bits.
    private static uint Checksum(float[] weights)
    {
        uint hash = 2166136261;
        foreach (float weight in weights)
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(weight)) * 16777619;
        }

        return hash;
    }
}
