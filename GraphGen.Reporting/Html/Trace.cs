namespace GraphGen.Reporting.Html;

/// <summary>A figure of single steps.</summary>
/// <param name="Epochs">When, in epochs and fractions of them.</param>
/// <param name="Values">The figure.</param>
internal sealed record Trace(double[] Epochs, double[] Values);
