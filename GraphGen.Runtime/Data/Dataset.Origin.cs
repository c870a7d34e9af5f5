namespace GraphGen;

/// <content>Where picked rows come from.</content>
public sealed partial class Dataset
{
    /// <summary>For each row the number that it had in the data set that it was picked from; empty where rows were not picked.</summary>
    private int[] PickedRows { get; init; } = [];

    /// <summary>The number that a row had in the data set that this one was picked from, as the parts of a split are; where rows were not picked its own.</summary>
    /// <param name="row">From 0 to <see cref="Count"/> - 1.</param>
    internal int OriginalRow(int row) => PickedRows.Length == 0 ? row : PickedRows[FirstRow + row];
}
