using GraphGen.Execution;

namespace GraphGen;

/// <content>Rows that are features of frozen layers.</content>
public sealed partial class Dataset
{
    /// <summary>
    /// Whether its inputs are what the frozen layers of a network make of other rows, cached by <see cref="FrozenFeatures.CacheFrozen(Execution.INetwork, Dataset)"/>: that network alone trains on
    /// them.
    /// </summary>
    public bool HoldsFeatures => Features is not null;

    /// <summary>Whose features the inputs are; null where they are the rows themselves.</summary>
    internal FeatureSource? Features { get; private init; }

    /// <summary>Checks that the inputs are rows and may be scaled.</summary>
    /// <exception cref="InvalidOperationException">They are features of frozen layers.</exception>
    private void RequireRows()
    {
        if (HoldsFeatures)
        {
            throw new InvalidOperationException(
                $"The inputs are features that frozen layers of {Features!.Network} made, which its other layers take as they are: scale the rows, and cache them then.");
        }
    }

    /// <summary>The same labels, targets and weights with features for inputs.</summary>
    internal Dataset WithFeatures(RowStorage features, int width, FeatureSource source) =>
        new(this) { InputRows = new RowWindow(features, 0, width, Count), Features = source };
}
