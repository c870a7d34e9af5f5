using static System.FormattableString;

namespace GraphGen;

/// <summary>The expected calibration error.</summary>
internal sealed class CalibrationMetric(int bins) : Metric
{
    public override string Name { get; } =
        bins == CalibrationError.DefaultBins ? "expected_calibration_error" : Invariant($"expected_calibration_error_{bins}bins");

    public override bool IsHigherBetter => false;

    public override void Check(NetworkInfo info) => MetricGuard.Classification(info, Name);

    protected override MetricRun NewRun(NetworkInfo info, Dataset data) => new Run(info, data, bins);

    private sealed class Run(NetworkInfo info, Dataset data, int bins) : MetricRun(info, data)
    {
        private readonly CalibrationError _error = new(GroundTruth.Of(info, data), bins);

        protected override double Measure(ReadOnlySpan<float> predictions) => _error.Of(predictions);
    }
}
