namespace GraphGen.Model;

/// <summary>
/// What mean-field theory knows of one unit's values over random weights, which have mean 0, and over the rows of the data.
/// </summary>
/// <param name="Shared">What two rows have in common: <c>E[x x']</c> over weights and pairs of rows.</param>
/// <param name="Variance">What tells rows apart: <c>E[x^2] - E[x x']</c>, the variance over rows that is expected over weights.</param>
internal readonly record struct Signal(double Shared, double Variance)
{
    /// <summary>Standardised, independent features in independent rows.</summary>
    public static Signal Standardized => new(0, 1);

    /// <summary>The second moment <c>E[x^2]</c>, the variance over weights and rows.</summary>
    public double Square => Shared + Variance;

    /// <summary>The signal behind a sum of as many terms as there are inputs, with random weights of mean 0.</summary>
    /// <param name="factor">Inputs times the variance of a weight.</param>
    public Signal Weighted(double factor) => new(factor * Shared, factor * Variance);

    /// <summary>
    /// The signal behind dropout in training, whose masks of mean 1 and second moment <c>1 / (1 - rate)</c> two rows do not share.
    /// </summary>
    public Signal Dropped(double rate) => this with { Variance = (Square / (1 - rate)) - Shared };

    /// <summary>The signal behind batch normalisation, which takes a unit's mean over the rows away and divides by its deviation.</summary>
    /// <param name="epsilon">What is added to the variance.</param>
    public Signal Normalized(double epsilon) => new(0, Variance / (Variance + epsilon));
}
