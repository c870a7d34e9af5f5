namespace GraphGen.Reporting.Html;

/// <summary>Two classes that were mistaken for each other.</summary>
/// <param name="Actual">The true class.</param>
/// <param name="Predicted">What it was taken for.</param>
/// <param name="Count">In how many rows.</param>
internal sealed record ConfusedPair(int Actual, int Predicted, int Count);
