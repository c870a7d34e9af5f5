namespace GraphGen;

/// <summary>A metric as a function: see <see cref="Metric.Of"/>.</summary>
/// <param name="predictions"><c>[Count, OutputSize]</c>, row-major: what <c>Predict</c> gives for all rows.</param>
/// <param name="data">The data with their labels or targets.</param>
/// <returns>The metric's value.</returns>
public delegate double MetricFunction(ReadOnlySpan<float> predictions, Dataset data);
