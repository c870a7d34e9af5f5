using static System.FormattableString;

namespace GraphGen.Tests.Randomized;

/// <summary>Compares an emitted network with what is expected of it.</summary>
internal static class Comparison
{
    /// <summary>The first difference in the order of the trace, in words; null where there is none.</summary>
    public static string? FirstDifference(Expectation expectation, ISubject subject)
    {
        var trace = Trace.Of(subject, expectation.Parameters, expectation.Batch, expectation.Resting);
        foreach ((Expectation.Tensor expected, (string name, double[] actual)) in expectation.Tensors.Zip(trace))
        {
            if (expected.Name != name || expected.Values.Length != actual.Length)
            {
                return Invariant($"{name} with {actual.Length} elements came where {expected.Name} with {expected.Values.Length} was expected");
            }

            for (int index = 0; index < actual.Length; index++)
            {
                // A NaN is never near enough.
                if (!(Math.Abs(actual[index] - expected.Values[index]) <= expected.Allowed))
                {
                    return Invariant($"{name}[{index}] is {actual[index]}, expected {expected.Values[index]}, allowed {expected.Allowed:0.0e+0}, largest element {expected.Values.Max(Math.Abs):0.0e+0}, {Distance(expected.Values, actual):0.0e+0} off at worst");
                }
            }
        }

        return expectation.Tensors.Count == trace.Count ? null : Invariant($"{trace.Count} tensors came where {expectation.Tensors.Count} were expected");
    }

    /// <summary>The largest difference between elements; infinite where one is not a number.</summary>
    public static double Distance(double[] left, double[] right)
    {
        double largest = 0;
        for (int index = 0; index < left.Length; index++)
        {
            double difference = Math.Abs(left[index] - right[index]);
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }

        return largest;
    }
}
