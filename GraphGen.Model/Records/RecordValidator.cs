namespace GraphGen.Model;

/// <summary>Judges records. The generator and the analyzers both ask here, so that they cannot disagree.</summary>
public static class RecordValidator
{
    private static readonly Func<RecordDeclaration, IEnumerable<Problem>>[] Rules =
    [
        RecordPartialRule.Check,
        RecordTypeRule.Check,
        RecordNameRule.Check,
        RecordMemberRule.Check,
        FeatureArgumentRule.Check,
        RecordOrderRule.Check,
        RecordLabelRule.Check,
    ];

    /// <summary>Checks <paramref name="declaration"/> by every rule and completes it where none objects.</summary>
    public static RecordValidation Check(RecordDeclaration declaration)
    {
        if (declaration.IsIncomplete)
        {
            return new RecordValidation(null, default);
        }

        Problem[] problems = declaration.FeatureIndices.Any()
            ? [.. Rules.SelectMany(rule => rule(declaration))]
            : [.. RecordFeatureRule.Check(declaration)];
        return new RecordValidation(problems.Length == 0 ? RecordCompleter.Complete(declaration) : null, new(problems));
    }
}
