namespace GraphGen.Model;

/// <summary>Judges declarations. The generator and the analyzers both ask here, so that they cannot disagree.</summary>
public static class Validator
{
    /// <summary>Errors in what stands there. Only a declaration without any can be completed.</summary>
    private static readonly Func<Declaration, IEnumerable<Problem>>[] StructureRules =
    [
        LanguageRule.Check,
        PartialRule.Check,
        ClassRule.Check,
        LayersRule.Check,
        RangeRule.Check,
        DependentRangeRule.Check,
        ModelSizeRule.Check,
        LossRule.Check,
        OptimizerRule.Check,
        LayerNameRule.Check,
        LayerReferenceRule.Check,
        TiedLayerRule.Check,
        MemberNameRule.Check,
    ];

    /// <summary>Checks <paramref name="declaration"/> by every rule and completes it where none objects.</summary>
    public static Validation Check(Declaration declaration)
    {
        if (declaration.IsIncomplete)
        {
            return Refuse(HiddenEnumRule.Check(declaration));
        }

        if (!declaration.Has(AttributeKind.Input))
        {
            return Refuse(InputRule.Check(declaration));
        }

        Problem[] misplaced = [.. MachineRule.Check(declaration)];
        if (misplaced.Length > 0)
        {
            return Refuse(misplaced);
        }

        Problem[] problems = [.. StructureRules.SelectMany(rule => rule(declaration))];
        return problems.Length == 0 ? new Validation(Completer.Complete(declaration), default) : Refuse(problems);
    }

    private static Validation Refuse(IEnumerable<Problem> problems) => new(null, new(problems));
}
