namespace GraphGen;

/// <summary>How good a published network is, by one measure.</summary>
/// <param name="Name">What was measured, such as <c>accuracy</c>.</param>
/// <param name="Value">What came out, finite.</param>
/// <param name="MeasuredOn">On which rows, such as <c>the test set, 10,000 rows</c>.</param>
public sealed record ZooMetric(string Name, double Value, string MeasuredOn)
{
    /// <summary>As in <c>accuracy 0.9851 on the test set, 10,000 rows</c>: one line, whatever the names hold.</summary>
    public override string ToString() => OneLine.Of($"{Name} {Value} on {MeasuredOn}");
}
