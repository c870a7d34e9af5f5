namespace GraphGen.Model;

/// <content>GG5xxx: calls of what is emitted.</content>
public static partial class RuleIds
{
    /// <summary>A span whose length is no whole number of rows.</summary>
    public const string PartialRow = "GG5001";

    /// <summary>A data set with labels for targets, or with targets for labels.</summary>
    public const string UnfitDataset = "GG5002";

    /// <summary>A learning rate far from those that the optimizer works with.</summary>
    public const string UnusualRate = "GG5003";

    /// <summary>A generator that makes other rows than its discriminator takes.</summary>
    public const string UnmatchedAdversaries = "GG5004";
}
