namespace GraphGen.Model;

/// <content>GG9xxx: compiler and project.</content>
public static partial class RuleIds
{
    /// <summary>A language version that does not know what is emitted.</summary>
    public const string OldLanguage = "GG9001";
}
