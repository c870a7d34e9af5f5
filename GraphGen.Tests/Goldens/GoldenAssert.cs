using Xunit;
using static System.FormattableString;

namespace GraphGen.Tests.Goldens;

/// <summary>Compares single-precision results with a golden.</summary>
internal static class GoldenAssert
{
    /// <summary>
    /// The difference allowed, as a share of the expected tensor's largest element. <c>make_goldens.py</c> writes no golden whose
    /// own computation moves by a tenth of this in single precision.
    /// </summary>
    public const double Tolerance = 1e-5;

    public static void Close(GoldenFile golden, string tensor, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        if (actual.Length != expected.Length)
        {
            Assert.Fail(Invariant($"{golden.Name}: {tensor} has {actual.Length} elements, but the golden holds {expected.Length}."));
        }

        double largest = 0;
        foreach (float element in expected)
        {
            largest = Math.Max(largest, Math.Abs((double)element));
        }

        double allowed = Tolerance * largest;
        int wrong = 0;
        int worst = -1;
        double worstDifference = -1;
        for (int index = 0; index < expected.Length; index++)
        {
            double difference = Math.Abs((double)actual[index] - expected[index]);
            if (difference <= allowed)
            {
                continue;
            }

            wrong++;

            // NaN compares false with everything: it must count as the worst of all.
            if (!(difference <= worstDifference))
            {
                worst = index;
                worstDifference = double.IsNaN(difference) ? double.PositiveInfinity : difference;
            }
        }

        if (wrong > 0)
        {
            string worstElement = Invariant($"{golden.Name}: {tensor}[{worst}] is {actual[worst]}, expected {expected[worst]}");
            Assert.Fail(worstElement + Invariant(
                $": off by {worstDifference:0.0e+0}, {allowed:0.0e+0} is allowed. {wrong} of {expected.Length} elements are off."));
        }
    }

    public static void Close(GoldenFile golden, string value, float actual, float expected) => Close(golden, value, [actual], [expected]);
}
