using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// A <see cref="Metric"/> at work on one data set: what <see cref="Metric.Start"/> makes. Everything that it needs is allocated when it is
/// made, so that it can be computed after each epoch without garbage. Not to be used by two threads at once.
/// </summary>
public abstract class MetricRun
{
    private readonly long _length;

    /// <summary>For deriving classes: the data have been checked against the network.</summary>
    /// <param name="info">The network.</param>
    /// <param name="data">The data whose labels or targets the predictions are held against.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    protected MetricRun(NetworkInfo info, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(data);
        Info = info;
        Data = data;
        _length = (long)data.Count * info.OutputSize;
    }

    /// <summary>The network.</summary>
    protected NetworkInfo Info { get; }

    /// <summary>The data.</summary>
    protected Dataset Data { get; }

    /// <summary>The metric's value for predictions of the whole data set. Depends on nothing but these, and allocates nothing.</summary>
    /// <param name="predictions"><c>[Count, OutputSize]</c>, row-major: what <c>Predict</c> gives for all rows.</param>
    /// <returns>The value; NaN where the metric says that it is not defined for such data.</returns>
    /// <exception cref="ArgumentException">The predictions are not one row for each row of the data.</exception>
    public double Compute(ReadOnlySpan<float> predictions)
    {
        Guard.Length(predictions.Length, _length, nameof(predictions));
        return Measure(predictions);
    }

    /// <summary>Computes the value. Should allocate nothing and leave no trace that a later call could see.</summary>
    /// <param name="predictions"><c>[Count, OutputSize]</c>, row-major; their length has been checked.</param>
    protected abstract double Measure(ReadOnlySpan<float> predictions);
}
