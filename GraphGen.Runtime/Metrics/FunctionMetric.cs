namespace GraphGen;

/// <summary>A metric that the user wrote as a function.</summary>
internal sealed class FunctionMetric(string name, bool isHigherBetter, MetricFunction function) : Metric
{
    public override string Name => name;

    public override bool IsHigherBetter => isHigherBetter;

    public override void Check(NetworkInfo info) => ArgumentNullException.ThrowIfNull(info);

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, function);

    private sealed class Run(NetworkInfo info, Dataset data, MetricFunction function) : MetricRun(info, data)
    {
        protected override double Measure(ReadOnlySpan<float> predictions) => function(predictions, Data);
    }
}
