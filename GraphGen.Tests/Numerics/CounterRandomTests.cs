using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class CounterRandomTests
{
    private const int Draws = 200_000;

    // From the file kat_vectors of the Random123 library (D. E. Shaw Research): counter, key, result.
    [Theory]
    [InlineData(new uint[] { 0, 0, 0, 0 }, new uint[] { 0, 0 }, new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(
        new uint[] { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
        new uint[] { 0xffffffff, 0xffffffff },
        new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(
        new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
        new uint[] { 0xa4093822, 0x299f31d0 },
        new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Philox_gives_the_known_answers(uint[] counter, uint[] key, uint[] expected)
    {
        CounterRandom.Block block = CounterRandom.Generate(new(counter[0], counter[1], counter[2], counter[3]), key[0], key[1]);

        new[] { block.Word0, block.Word1, block.Word2, block.Word3 }.ShouldBe(expected);
    }

    [Fact]
    public void Numbers_are_the_words_of_successive_blocks_under_seed_and_stream()
    {
        var random = new CounterRandom(seed: 0x299f31d0_a4093822, stream: 0x03707344_13198a2e);
        for (uint index = 0; index < 3; index++)
        {
            CounterRandom.Block block = CounterRandom.Generate(new(index, 0, 0x13198a2e, 0x03707344), 0xa4093822, 0x299f31d0);
            new[] { random.NextUInt32(), random.NextUInt32(), random.NextUInt32(), random.NextUInt32() }
                .ShouldBe([block.Word0, block.Word1, block.Word2, block.Word3]);
        }
    }

    [Fact]
    public void Doubles_are_uniform()
    {
        var random = new CounterRandom(1, 2);
        var bins = new int[20];
        double sum = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            double value = random.NextDouble();
            bins[(int)(value * bins.Length)]++;
            sum += value;
        }

        // The standard deviation of the mean is 0.289 / sqrt(draws).
        (sum / Draws).ShouldBe(0.5, tolerance: 5 * 0.289 / Math.Sqrt(Draws));
        ChiSquared(bins).ShouldBeLessThan(50, "the 99.99 % point for 19 degrees of freedom is 49.6");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void Integers_stay_below_their_bound_and_are_equally_likely(int bound)
    {
        var random = new CounterRandom(3, 4);
        var bins = new int[bound];
        for (int draw = 0; draw < Draws; draw++)
        {
            bins[random.NextInt(bound)]++;
        }

        ChiSquared(bins).ShouldBeLessThan(50);
    }

    [Fact]
    public void Integers_below_a_large_bound_are_unbiased()
    {
        // Without rejection, a third of the results below 3 * 2^29 would be twice as likely as the rest.
        const int Bound = 3 << 29;
        var random = new CounterRandom(5, 6);
        var bins = new int[3];
        for (int draw = 0; draw < Draws; draw++)
        {
            bins[random.NextInt(Bound) % 3]++;
        }

        ChiSquared(bins).ShouldBeLessThan(18.5, "the 99.99 % point for 2 degrees of freedom is 18.4");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_one_is_refused(int bound)
    {
        var random = new CounterRandom(0, 0);
        Should.Throw<ArgumentOutOfRangeException>(() => random.NextInt(bound)).ParamName.ShouldBe("exclusiveBound");
    }

    [Fact]
    public void Normals_have_the_moments_of_the_normal_distribution()
    {
        var random = new CounterRandom(7, 8);
        double sum = 0, squares = 0, cubes = 0, fourths = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            double value = random.NextNormal();
            sum += value;
            squares += value * value;
            cubes += value * value * value;
            fourths += value * value * value * value;
        }

        // Five standard errors each: the variances of the powers are 1, 2, 15 and 96.
        (sum / Draws).ShouldBe(0, tolerance: 5 / Math.Sqrt(Draws));
        (squares / Draws).ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / Draws));
        (cubes / Draws).ShouldBe(0, tolerance: 5 * Math.Sqrt(15.0 / Draws));
        (fourths / Draws).ShouldBe(3, tolerance: 5 * Math.Sqrt(96.0 / Draws));
    }

    // Computed with 30 digits by mpmath: sqrt(2) erfinv(2 p - 1).
    [Theory]
    [InlineData(1e-15, -7.9413453261709968)]
    [InlineData(1e-9, -5.9978070150076869)]
    [InlineData(1e-4, -3.7190164854556806)]
    [InlineData(0.02, -2.053748910631823)]
    [InlineData(0.0749, -1.4402382675279637)]
    [InlineData(0.0751, -1.43882539275254)]
    [InlineData(0.3, -0.52440051270804082)]
    [InlineData(0.49, -0.025068908258711058)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.99999, 4.2648907939238408)]
    public void Normal_quantiles_have_fifteen_digits(double probability, double quantile) =>
        NormalQuantile.Of(probability).ShouldBe(quantile, tolerance: 1e-15 * Math.Max(1, Math.Abs(quantile)));

    [Fact]
    public void Equal_seeds_and_streams_give_equal_numbers_and_others_do_not()
    {
        var random = new CounterRandom(9, 10);
        var same = new CounterRandom(9, 10);
        var otherSeed = new CounterRandom(10, 10);
        var otherStream = new CounterRandom(9, 11);
        double number = random.NextDouble();

        same.NextDouble().ShouldBe(number);
        otherSeed.NextDouble().ShouldNotBe(number);
        otherStream.NextDouble().ShouldNotBe(number);
    }

    [Fact]
    public void Shuffle_makes_every_order_equally_likely()
    {
        var random = new CounterRandom(11, 12);
        var counts = new Dictionary<string, int>();
        for (int trial = 0; trial < 60_000; trial++)
        {
            int[] values = [0, 1, 2];
            random.Shuffle(values);
            string order = string.Concat(values);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(6);
        ChiSquared([.. counts.Values]).ShouldBeLessThan(26, "the 99.99 % point for 5 degrees of freedom is 25.7");
    }

    [Fact]
    public void Shuffle_keeps_all_values_and_allocates_nothing()
    {
        int[] values = [.. Enumerable.Range(0, 1_000)];
        var random = new CounterRandom(13, 14);
        random.Shuffle(values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        random.Shuffle(values);
        random.NextNormal();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        values.ShouldNotBe(Enumerable.Range(0, 1_000));
        values.Order().ShouldBe(Enumerable.Range(0, 1_000));
    }

    [Fact]
    public void Shuffle_of_nothing_does_nothing() => new CounterRandom(0, 0).Shuffle([]);

    private static double ChiSquared(int[] bins)
    {
        double expected = bins.Sum() / (double)bins.Length;
        return bins.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
