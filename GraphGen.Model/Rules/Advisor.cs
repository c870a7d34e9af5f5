namespace GraphGen.Model;

/// <summary>
/// Judges sound declarations by rules of good practice. What they find compiles all the same, so only analyzers ask here: code is emitted
/// whatever the severity, and a rule that the user turns off is off.
/// </summary>
public static class Advisor
{
    /// <summary>Of a restricted Boltzmann machine only the training is up to the declaration; its layers are always the same.</summary>
    private static readonly Func<DeclaredNetwork, IEnumerable<Problem>>[] Rules =
        [.. InitializationRules.All, .. RegularizationRules.All, .. TrainingRules.All];

    /// <summary>What the rules find in <paramref name="network"/>, rule by rule and in source order within each.</summary>
    /// <param name="declaration">A declaration in which <see cref="Validator.Check"/> found no error.</param>
    /// <param name="network">The network that it stands for.</param>
    public static EquatableArray<Problem> Judge(Declaration declaration, NetworkSpec network)
    {
        var declared = new DeclaredNetwork(declaration, network);
        return new((network.Boltzmann is null ? Rules : TrainingRules.All).SelectMany(rule => rule(declared)));
    }
}
