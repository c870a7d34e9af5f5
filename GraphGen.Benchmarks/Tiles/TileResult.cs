using GraphGen.Generator.Planning;

namespace GraphGen.Benchmarks.Tiles;

/// <summary>The shares of the peak that a candidate reaches in one product, by the model and measured.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Column">Its tiles down the rows.</param>
/// <param name="Cases">For each size the ideal cycles, the model's share (NaN where the tile does not fit) and the measured one.</param>
internal sealed record TileResult(TileCandidate Candidate, TileColumn Column, IReadOnlyList<(double Ideal, double Model, double Measured)> Cases)
{
    /// <summary>The model's share of the peak for all sizes one after the other.</summary>
    public double Model => Total(each => each.Model);

    /// <summary>The measured share for all sizes one after the other.</summary>
    public double Measured => Total(each => each.Measured);

    private double Total(Func<(double Ideal, double Model, double Measured), double> share) =>
        Cases.Sum(each => each.Ideal) / Cases.Sum(each => each.Ideal / share(each));
}
