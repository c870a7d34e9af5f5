namespace GraphGen.Model;

/// <content>GG6xxx: records with features and labels.</content>
public static partial class RuleIds
{
    /// <summary>A type with features is not partial.</summary>
    public const string RecordNotPartial = "GG6001";

    /// <summary>A type that members cannot be added to.</summary>
    public const string UnsuitableRecord = "GG6002";

    /// <summary>A member that can be no feature or no label.</summary>
    public const string UnsuitableMember = "GG6003";

    /// <summary>Labels that do not go together.</summary>
    public const string AmbiguousLabels = "GG6004";

    /// <summary>A label without features.</summary>
    public const string NoFeature = "GG6005";

    /// <summary>Features on more than one partial declaration.</summary>
    public const string ScatteredFeatures = "GG6006";

    /// <summary>An argument of a feature that is out of range or has no effect.</summary>
    public const string UnsuitableFeatureArgument = "GG6007";

    /// <summary>A sound record for which no code was emitted.</summary>
    public const string RecordNotEmitted = "GG6008";
}
