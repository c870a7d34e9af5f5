using System.Collections.ObjectModel;

namespace GraphGen.Execution;

/// <summary>
/// Evaluates a network during its fit, as it will be when the fit ends: with the averages of its parameters where it keeps them.
/// </summary>
internal sealed class Validator
{
    private readonly INetwork _network;
    private readonly Evaluator _evaluator;
    private readonly (string Name, MetricRun Run)[] _metrics;
    private bool _hasRun;

    /// <summary>Makes room. The data have been checked against the network before.</summary>
    /// <exception cref="ArgumentException">A metric does not fit the network.</exception>
    public Validator(INetwork network, Dataset data, IReadOnlyList<Metric> metrics)
    {
        _network = network;
        _evaluator = new Evaluator(network, data);
        _metrics = [.. metrics.Select(metric => (metric.Name, metric.Start(network.Info, data)))];
    }

    /// <summary>The predictions of the last run, [rows, outputs], row-major; empty before the first.</summary>
    public ReadOnlySpan<float> Predictions => _hasRun ? _evaluator.Predictions : [];

    /// <summary>Whether there is more to measure than loss and accuracy.</summary>
    public bool HasMetrics => _metrics.Length > 0;

    /// <summary>The mean loss and the accuracy. Leaves the network as it was, and allocates nothing.</summary>
    public EvaluationSummary Run()
    {
        _hasRun = true;
        if (!TrainedAverages.Exist(_network))
        {
            return _evaluator.Run();
        }

        using var claim = _network.Memory.BeginNesting();
        TrainedAverages.Swap(_network);
        try
        {
            return _evaluator.Run();
        }
        finally
        {
            TrainedAverages.Swap(_network);
        }
    }

    /// <summary>The metrics of the last run's predictions.</summary>
    public IReadOnlyDictionary<string, double> Metrics()
    {
        var values = new OrderedDictionary<string, double>(_metrics.Length, StringComparer.Ordinal);
        foreach ((string name, MetricRun run) in _metrics)
        {
            values.Add(name, run.Compute(_evaluator.Predictions));
        }

        return new ReadOnlyDictionary<string, double>(values);
    }
}
