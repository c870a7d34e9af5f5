using System.Runtime.Intrinsics;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class DropoutMaskTests
{
    private const int Elements = 1_000_000;

    // Five standard errors of a correlation coefficient.
    private static readonly double Uncorrelated = 5 / Math.Sqrt(Elements);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Elements_are_dropped_at_the_declared_rate(double rate)
    {
        bool[] dropped = Draw(new DropoutKey(1, 2, 3, rate));

        double standardError = Math.Sqrt(rate * (1 - rate) / Elements);
        (dropped.Count(element => element) / (double)Elements).ShouldBe(rate, tolerance: (5 * standardError) + double.Epsilon);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void What_is_kept_is_scaled_so_that_the_expectation_stays(double rate)
    {
        var key = new DropoutKey(1, 2, 3, rate);
        Enumerable.Range(0, 1_000).Select(element => DropoutMask.Scale((uint)element, key)).Where(scale => scale != 0)
            .ShouldAllBe(scale => scale == (float)(1 / (1 - rate)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(128)]
    public void Neighbours_are_uncorrelated(int distance)
    {
        bool[] dropped = Draw(new DropoutKey(42, 7, 0, 0.5));

        Correlation(dropped.AsSpan(distance), dropped.AsSpan(..^distance)).ShouldBe(0, tolerance: Uncorrelated);
    }

    [Fact]
    public void Steps_layers_and_seeds_are_uncorrelated()
    {
        bool[] dropped = Draw(new DropoutKey(42, 7, 1, 0.5));

        Correlation(dropped, Draw(new DropoutKey(42, 8, 1, 0.5))).ShouldBe(0, tolerance: Uncorrelated);
        Correlation(dropped, Draw(new DropoutKey(42, 7, 2, 0.5))).ShouldBe(0, tolerance: Uncorrelated);
        Correlation(dropped, Draw(new DropoutKey(43, 7, 1, 0.5))).ShouldBe(0, tolerance: Uncorrelated);
        Correlation(dropped, Draw(new DropoutKey(42, 1, 7, 0.5))).ShouldBe(0, tolerance: Uncorrelated);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.999)]
    public void All_widths_agree_with_the_scalar(double rate)
    {
        var key = new DropoutKey(ulong.MaxValue, uint.MaxValue, uint.MaxValue, rate);
        uint[] starts = [0, 1, 1_000_000, int.MaxValue - 8, uint.MaxValue - 7];
        foreach (uint start in starts)
        {
            Vector512<uint> elements = Vector512.Create(start) + Vector512<uint>.Indices;
            Vector512<float> expected = Vector512.Create<float>([.. Enumerable.Range(0, 16).Select(lane =>
                DropoutMask.Scale(elements[lane], key))]);

            DropoutMask.Scale(elements, key).ShouldBe(expected);
            DropoutMask.Scale(elements.GetLower(), key).ShouldBe(expected.GetLower());
            DropoutMask.Scale(elements.GetLower().GetLower(), key).ShouldBe(expected.GetLower().GetLower());
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void An_impossible_rate_is_refused(double rate) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DropoutKey(0, 0, 0, rate)).ParamName.ShouldBe("rate");

    // Other implementations of the hash must find the same masks.
    [Fact]
    public void The_hash_is_the_documented_one()
    {
        var key = new DropoutKey(seed: 42, step: 3, layer: 1, rate: 0.5);
        string mask = string.Concat(Enumerable.Range(0, 64).Select(element => DropoutMask.Scale((uint)element, key) == 0 ? '0' : '1'));

        mask.ShouldBe("0111000111001110111001010110001110100100001100100101000010110110");
    }

    private static bool[] Draw(DropoutKey key)
    {
        var dropped = new bool[Elements];
        for (int element = 0; element < Elements; element++)
        {
            dropped[element] = DropoutMask.Scale((uint)element, key) == 0;
        }

        return dropped;
    }

    // Of two sequences that are true half of the time.
    private static double Correlation(ReadOnlySpan<bool> left, ReadOnlySpan<bool> right)
    {
        int equal = 0;
        for (int index = 0; index < left.Length; index++)
        {
            equal += left[index] == right[index] ? 1 : 0;
        }

        return (2.0 * equal / left.Length) - 1;
    }
}
