namespace GraphGen;

/// <summary>Precision, recall or F1, of one class or averaged.</summary>
internal sealed class ClassScoreMetric(ClassScore score, Average average, int? classIndex) : Metric
{
    public override string Name { get; } = $"{score.ToString().ToLowerInvariant()}_{Suffix(average, classIndex)}";

    public override bool IsHigherBetter => true;

    public override void Check(NetworkInfo info)
    {
        MetricGuard.Classification(info, Name);
        MetricGuard.ClassOf(info, classIndex, Name);
    }

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, score, average, classIndex);

    private sealed class Run(NetworkInfo info, Dataset data, ClassScore score, Average average, int? classIndex) : MetricRun(info, data)
    {
        private readonly ClassCounts _counts = new(GroundTruth.Of(info, data));

        protected override double Measure(ReadOnlySpan<float> predictions)
        {
            _counts.Count(predictions);
            return classIndex is { } index ? _counts.Score(score, index) : _counts.Score(score, average);
        }
    }
}
