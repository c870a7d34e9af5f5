using System.Runtime.ExceptionServices;

/// <summary>The same experiment once for each seed, as many at a time as there are cores.</summary>
internal static class Seeds
{
    /// <summary>Measures with the seeds 1 to <paramref name="count"/>.</summary>
    /// <returns>What was measured, in the order of the seeds.</returns>
    public static T[] Measure<T>(int count, Func<ulong, T> measure)
    {
        var results = new T[count];
        try
        {
            Parallel.For(0, count, index => results[index] = measure((ulong)index + 1));
        }
        catch (AggregateException failures)
        {
            // What went wrong, not that something went wrong in parallel.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>The middle of some values, or the mean of the middle two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
