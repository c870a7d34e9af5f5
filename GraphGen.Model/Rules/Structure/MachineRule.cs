namespace GraphGen.Model;

/// <summary>GG1014: input, layers and loss of a restricted Boltzmann machine are all in its own attribute.</summary>
internal static class MachineRule
{
    public static IEnumerable<Problem> Check(Declaration declaration) =>
        declaration.Has(AttributeKind.Rbm)
            ? from index in declaration.IndicesWhere(IsForNetworks)
              let facts = declaration.Attributes[index]
              where !facts.IsImplied
              select Problem.Of(RuleIds.NotForMachines, new Place.OnAttribute(index, null), facts.Kind.ToString(), declaration.Class.Name)
                  .MendedBy($"Remove [{facts.Kind}]", new Edit.RemoveAttribute(index))
            : [];

    private static bool IsForNetworks(AttributeKind kind) =>
        kind.IsLayer() || kind.IsLoss()
        || kind is AttributeKind.Input or AttributeKind.Defaults or AttributeKind.Preset or AttributeKind.FreezeUpTo or AttributeKind.SampleWeights;
}
