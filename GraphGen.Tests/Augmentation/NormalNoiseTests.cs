using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Augmentation;

public class NormalNoiseTests
{
    private const int Count = 200_000;

    [Fact]
    public void Noise_has_the_moments_and_the_quantiles_of_a_normal_distribution()
    {
        float[] noise = Noise(Count, deviation: 2, seed: 1);

        double mean = noise.Average(value => (double)value);
        double variance = noise.Average(value => (value - mean) * (value - mean));
        mean.ShouldBe(0, 5 * 2 / Math.Sqrt(Count));
        Math.Sqrt(variance).ShouldBe(2, 5 * 2 / Math.Sqrt(2.0 * Count));
        noise.Average(value => Math.Pow(value / 2, 3)).ShouldBe(0, 0.05);
        noise.Average(value => Math.Pow(value / 2, 4)).ShouldBe(3, 0.1);
        float[] sorted = [.. noise.Order()];
        foreach (double probability in new[] { 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999 })
        {
            double quantile = NormalQuantile.Of(probability);
            double density = Math.Exp(-quantile * quantile / 2) / Math.Sqrt(2 * Math.PI);
            double error = Math.Sqrt(probability * (1 - probability) / Count) / density;
            (sorted[(int)(probability * Count)] / 2).ShouldBe((float)quantile, 5 * error);
        }

        sorted[^1].ShouldBeLessThan(12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(28)]
    public void Values_apart_are_independent(int distance)
    {
        float[] noise = Noise(Count, deviation: 1, seed: 3);
        noise.Skip(distance).Zip(noise, (one, other) => (double)one * other).Average().ShouldBe(0, 5 / Math.Sqrt(Count));
        noise.Skip(distance).Zip(noise, (one, other) => (double)one * one * other * other).Average().ShouldBe(1, 0.05);
    }

    [Fact]
    public void Other_keys_give_independent_noise()
    {
        float[] noise = Noise(Count, deviation: 1, seed: 3);
        foreach (ulong seed in new[] { 2ul, 4ul, 3ul << 32 })
        {
            noise.Zip(Noise(Count, 1, seed), (one, other) => (double)one * other).Average().ShouldBe(0, 5 / Math.Sqrt(Count));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(33)]
    public void Noise_is_added_and_the_last_values_get_theirs(int count)
    {
        float[] longer = Noise(64, deviation: 1, seed: 3);
        float[] values = new float[count + 1];
        values.AsSpan().Fill(10);

        NormalNoise.AddTo(values.AsSpan(0, count), 1, Key(seed: 3));

        values[count].ShouldBe(10);
        values[..count].ShouldBe(longer[..count].Select(value => 10 + value));
    }

    private static float[] Noise(int count, float deviation, ulong seed)
    {
        float[] noise = new float[count];
        NormalNoise.AddTo(noise, deviation, Key(seed));
        return noise;
    }

    private static DropoutKey Key(ulong seed) => new(seed, step: 0, layer: 0, rate: 0);
}
