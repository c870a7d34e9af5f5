namespace GraphGen.Reporting.Html;

/// <summary>How distances along an axis stand for values.</summary>
internal enum AxisScale
{
    /// <summary>Equal distances are equal differences.</summary>
    Linear,

    /// <summary>The same for shares, where an axis beyond 1 would make no sense.</summary>
    Share,

    /// <summary>Equal distances are equal ratios where values are positive and most of them much smaller than the largest; otherwise linear.</summary>
    Skewed,

    /// <summary>Equal distances are equal ratios wherever values are positive.</summary>
    Logarithmic,
}
