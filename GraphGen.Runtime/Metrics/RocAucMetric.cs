namespace GraphGen;

/// <summary>The area under the receiver operating characteristic, of one class or averaged.</summary>
internal sealed class RocAucMetric(Average average, int? classIndex) : Metric
{
    public override string Name { get; } = $"roc_auc_{Suffix(average, classIndex)}";

    public override bool IsHigherBetter => true;

    public override void Check(NetworkInfo info)
    {
        MetricGuard.Classification(info, Name);
        MetricGuard.ClassOf(info, classIndex, Name);
    }

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, average, classIndex);

    private sealed class Run(NetworkInfo info, Dataset data, Average average, int? classIndex) : MetricRun(info, data)
    {
        private readonly RocArea _area = new(GroundTruth.Of(info, data), isMicro: classIndex is null && average == Average.Micro);

        protected override double Measure(ReadOnlySpan<float> predictions) =>
            classIndex is { } index ? _area.Of(predictions, index) : _area.OfAll(predictions, average);
    }
}
