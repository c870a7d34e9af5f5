using System.Runtime.Intrinsics;
using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class ElementDrawTests
{
    private const int Elements = 1_000_000;

    [Fact]
    public void Numbers_are_uniform_multiples_of_two_to_the_minus_24()
    {
        const int Bins = 64;
        var counts = new int[Bins];
        double sum = 0;
        float[] numbers = Draw(new DropoutKey(1, 2, 3, 0));
        numbers.All(drawn => drawn is >= 0f and < 1f && drawn * (1 << 24) % 1 == 0).ShouldBeTrue();
        foreach (float drawn in numbers)
        {
            counts[(int)(drawn * Bins)]++;
            sum += drawn;
        }

        // A uniform number has the variance 1/12; chi squared has Bins - 1 degrees of freedom and the variance twice that.
        (sum / Elements).ShouldBe(0.5, tolerance: 5 / Math.Sqrt(12.0 * Elements));
        const double Expected = Elements / (double)Bins;
        counts.Sum(count => (count - Expected) * (count - Expected) / Expected)
            .ShouldBe(Bins - 1, tolerance: 5 * Math.Sqrt(2.0 * (Bins - 1)));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        double[] numbers = NormalNumbers(new DropoutKey(1, 2, 3, 0));

        double[] moments = [.. Enumerable.Range(1, 4).Select(power => numbers.Average(number => Math.Pow(number, power)))];

        // Their variances are 1, 2, 15 and 96, divided by the number of elements.
        moments[0].ShouldBe(0, tolerance: 5 / Math.Sqrt(Elements));
        moments[1].ShouldBe(1, tolerance: 5 * Math.Sqrt(2.0 / Elements));
        moments[2].ShouldBe(0, tolerance: 5 * Math.Sqrt(15.0 / Elements));
        moments[3].ShouldBe(3, tolerance: 5 * Math.Sqrt(96.0 / Elements));
        (numbers.Count(number => Math.Abs(number) < 0.67448975) / (double)Elements).ShouldBe(0.5, tolerance: 2.5 / Math.Sqrt(Elements));
        numbers.Zip(numbers.Skip(1), (number, next) => number * next).Average().ShouldBe(0, tolerance: 5 / Math.Sqrt(Elements));
    }

    [Fact]
    public void All_widths_draw_the_same_normal_numbers()
    {
        var key = new DropoutKey(7, 8, 9, 0);
        foreach (uint start in (uint[])[0, 1, 1_000_000, int.MaxValue - 16])
        {
            Vector512<float> wide = ElementDraw.Normal(Vector512.Create(start) + Vector512<uint>.Indices, key);
            for (int lane = 0; lane < Vector512<float>.Count; lane++)
            {
                wide[lane].ShouldBe(ElementDraw.Normal(start + (uint)lane, key));
                ElementDraw.Normal(Vector256.Create(start + (uint)lane), key)[0].ShouldBe(wide[lane]);
            }
        }
    }

    [Fact]
    public void Steps_layers_and_seeds_are_uncorrelated()
    {
        float[] drawn = Draw(new DropoutKey(42, 7, 1, 0));

        Correlation(drawn, Draw(new DropoutKey(42, 8, 1, 0))).ShouldBe(0, tolerance: 5 / Math.Sqrt(Elements));
        Correlation(drawn, Draw(new DropoutKey(42, 7, 2, 0))).ShouldBe(0, tolerance: 5 / Math.Sqrt(Elements));
        Correlation(drawn, Draw(new DropoutKey(43, 7, 1, 0))).ShouldBe(0, tolerance: 5 / Math.Sqrt(Elements));
    }

    [Fact]
    public void All_widths_agree_with_the_scalar()
    {
        var key = new DropoutKey(ulong.MaxValue, uint.MaxValue, uint.MaxValue, 0);
        uint[] starts = [0, 1, 1_000_000, int.MaxValue - 8, uint.MaxValue - 7];
        foreach (uint start in starts)
        {
            Vector512<uint> elements = Vector512.Create(start) + Vector512<uint>.Indices;
            Vector512<float> expected = Vector512.Create<float>([.. Enumerable.Range(0, 16).Select(lane =>
                ElementDraw.Uniform(elements[lane], key))]);

            ElementDraw.Uniform(elements, key).ShouldBe(expected);
            ElementDraw.Uniform(elements.GetLower(), key).ShouldBe(expected.GetLower());
            ElementDraw.Uniform(elements.GetLower().GetLower(), key).ShouldBe(expected.GetLower().GetLower());
        }
    }

    [Fact]
    public void A_mask_drops_the_elements_whose_numbers_lie_below_the_rate()
    {
        var key = new DropoutKey(42, 3, 1, 0.25);
        for (uint element = 0; element < 10_000; element++)
        {
            (DropoutMask.Scale(element, key) == 0).ShouldBe(ElementDraw.Uniform(element, key) < 0.25f);
        }
    }

    private static float[] Draw(DropoutKey key)
    {
        var drawn = new float[Elements];
        for (int element = 0; element < Elements; element++)
        {
            drawn[element] = ElementDraw.Uniform((uint)element, key);
        }

        return drawn;
    }

    // Of two sequences of uniform numbers.
    private static double[] NormalNumbers(DropoutKey key) => [.. Enumerable.Range(0, Elements).Select(element => (double)ElementDraw.Normal((uint)element, key))];

    private static double Correlation(float[] left, float[] right) =>
        12 * left.Zip(right, (first, second) => (first - 0.5) * (second - 0.5)).Average();
}
