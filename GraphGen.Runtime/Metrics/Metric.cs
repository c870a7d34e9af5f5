using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// A figure of merit of a network's predictions, such as <c>Metric.TopK(5)</c>: a description, which never changes and may serve any number
/// of fits (<see cref="FitOptions.Metrics"/>). A metric is a function of the predictions for a whole data set and its labels or targets,
/// not a mean over mini-batches, so its value does not depend on how the rows were batched. Weights of rows count in the loss only.
/// </summary>
/// <remarks>
/// Derive from it, and its run from <see cref="MetricRun"/>, for a metric that keeps working memory; <see cref="Of"/> makes one from a
/// function.
/// </remarks>
public abstract partial class Metric
{
    /// <summary>The name in histories and logs, such as <c>top5_accuracy</c>: different for metrics that differ.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a higher value is better, as for an accuracy, or a lower one, as for an error.</summary>
    public abstract bool IsHigherBetter { get; }

    /// <summary>Checks that the metric makes sense for a network: called before the first step of a fit.</summary>
    /// <param name="info">The network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="info"/> is null.</exception>
    /// <exception cref="ArgumentException">It does not, such as an accuracy for a regression.</exception>
    public abstract void Check(NetworkInfo info);

    /// <summary>Makes ready to compute the metric on a data set, as often as wanted: all memory is allocated here.</summary>
    /// <param name="info">The network.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The metric or the data do not fit the network.</exception>
    public MetricRun Start(NetworkInfo info, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(info);
        Check(info);
        Guard.Dataset(data, info, nameof(data));
        return NewRun(info, data);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Makes the run; the metric and the data have been checked against the network.</summary>
    /// <param name="info">The network.</param>
    /// <param name="data">The data.</param>
    protected abstract MetricRun NewRun(NetworkInfo info, Dataset data);
}
