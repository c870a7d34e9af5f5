namespace GraphGen;

/// <content>Which metrics are shares.</content>
public abstract partial class Metric
{
    /// <summary>
    /// Whether every value is a share of one, so that charts may put it on one axis with an accuracy. Of a metric of the user's own nobody knows, whatever
    /// its values have been so far.
    /// </summary>
    internal bool IsShare => this is AccuracyMetric or TopKMetric or ClassScoreMetric or RocAucMetric or CalibrationMetric;
}
