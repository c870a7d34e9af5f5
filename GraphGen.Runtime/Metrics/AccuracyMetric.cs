using GraphGen.Execution;

namespace GraphGen;

/// <summary>The share of right predictions.</summary>
internal sealed class AccuracyMetric : Metric
{
    public override string Name => "accuracy";

    public override bool IsHigherBetter => true;

    public override void Check(NetworkInfo info) => MetricGuard.Classification(info, Name);

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data);

    private sealed class Run(NetworkInfo info, Dataset data) : MetricRun(info, data)
    {
        protected override double Measure(ReadOnlySpan<float> predictions) =>
            Evaluator.Accuracy(Info, RightPredictions.Count(Info, Data, predictions), Data.Count);
    }
}
