namespace GraphGen.Model;

/// <summary>The names of the members that are emitted into a record.</summary>
public static class RecordMembers
{
    /// <summary>Those of every record.</summary>
    private static readonly string[] OfFeatures = ["FeatureCount", "FeatureNames", "CopyFeaturesTo"];

    /// <summary>Those of a record with a class.</summary>
    private static readonly string[] OfClasses = ["ClassNames"];

    /// <summary>Those of a record whose class is an enum.</summary>
    private static readonly string[] OfEnums = ["ClassNames", "Classes"];

    /// <summary>Those of a record with targets.</summary>
    private static readonly string[] OfTargets = ["TargetCount", "TargetNames", "CopyTargetsTo"];

    /// <summary>Whether some record has an emitted member called <paramref name="name"/>.</summary>
    public static bool MayBeEmitted(string name) => OfFeatures.Concat(OfEnums).Concat(OfTargets).Contains(name);

    /// <summary>The names that are emitted for <paramref name="declaration"/>.</summary>
    public static IEnumerable<string> Of(RecordDeclaration declaration) => OfFeatures.Concat(
        declaration.Members.FirstOrDefault(member => member.IsLabel) switch
        {
            null => [],
            { Value.Kind: ValueKind.Real } => OfTargets,
            { Value.Kind: ValueKind.Enum, Accessibility: var accessibility } when IsShown(accessibility) => OfEnums,
            _ => OfClasses,
        });

    /// <summary>Whether what is as accessible as a label may show the label's enum.</summary>
    public static bool IsShown(string accessibility) => accessibility is "public" or "internal";
}
