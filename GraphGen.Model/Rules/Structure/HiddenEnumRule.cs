namespace GraphGen.Model;

/// <summary>
/// GG1008: a class's attributes see its own members first, so a member called like one of GraphGen's enums hides the enum there,
/// and the compiler's message does not tell why.
/// </summary>
internal static class HiddenEnumRule
{
    /// <summary>The enums that arguments of attributes are written with, and a member of each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Examples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(Init)] = nameof(Init.He),
        [nameof(Act)] = nameof(Act.Relu),
        [nameof(FanMode)] = nameof(FanMode.Average),
        [nameof(Preset)] = nameof(Preset.Classic),
        [nameof(ReconstructionLoss)] = nameof(ReconstructionLoss.CrossEntropy),
        [nameof(VisibleUnits)] = nameof(VisibleUnits.Gaussian),
    };

    public static IEnumerable<Problem> Check(Declaration declaration) =>
        from hidden in declaration.UnboundNames
        where Examples.ContainsKey(hidden)
        let member = declaration.Members.FirstOrDefault(member => member.Name == hidden)
        where member is not null
        select Problem.Of(
            RuleIds.NameClash,
            member.IsInherited ? new Place.OnClass(0) : new Place.OnMember(hidden),
            hidden,
            $"hides GraphGen's enum in the attributes of '{declaration.Class.Name}': write GraphGen.{hidden}.{Examples[hidden]} there");
}
