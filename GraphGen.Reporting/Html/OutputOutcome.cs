namespace GraphGen.Reporting.Html;

/// <summary>How one output of a regression fared.</summary>
/// <param name="Scores">Its scores over all rows.</param>
/// <param name="Targets">The targets of some rows, evenly spaced.</param>
/// <param name="Predictions">What was predicted for them.</param>
internal sealed record OutputOutcome(RegressionScores Scores, double[] Targets, double[] Predictions);
