namespace GraphGen.Model;

/// <summary>
/// A restricted Boltzmann machine predicts like an autoencoder with tied weights: up to the probabilities of its hidden units and, with the same
/// weights transposed, back. Its attribute implies those of that network, behind what is written, so that all else is read from them.
/// </summary>
internal static class MachineAttributes
{
    /// <summary>The standard deviation of initial weights where nothing is said (Hinton, 2010).</summary>
    private const double InitScale = 0.01;

    /// <summary>The name of the layer up to the hidden units.</summary>
    private const string Hidden = "hidden";

    /// <summary>The name of the layer back to the visible units.</summary>
    private const string Visible = "visible";

    /// <summary>What <paramref name="attributes"/> imply: nothing where no machine is among them.</summary>
    public static IEnumerable<AttributeFacts> ImpliedBy(IEnumerable<AttributeFacts> attributes)
    {
        AttributeFacts? machine = attributes.FirstOrDefault(attribute => attribute.Kind == AttributeKind.Rbm);
        return machine is null ? [] : Of(machine);
    }

    private static IEnumerable<AttributeFacts> Of(AttributeFacts machine)
    {
        int visible = machine.Value("visible", 0), hidden = machine.Value("hidden", 0);
        bool isGaussian = machine.Value("Visible", (int)VisibleUnits.Bernoulli) == (int)VisibleUnits.Gaussian;
        ReconstructionLoss loss = isGaussian ? ReconstructionLoss.SquaredError : ReconstructionLoss.CrossEntropy;
        yield return Implied(AttributeKind.Input, ("features", visible));
        yield return Implied(
            AttributeKind.Dense,
            ("units", hidden),
            ("init", (int)Init.Normal),
            ("InitScale", machine.Value("InitScale", InitScale)),
            ("activation", (int)Act.Sigmoid),
            ("Name", Hidden));
        yield return Implied(AttributeKind.Dense, ("units", visible), ("activation", (int)Act.Linear), ("TiedTo", Hidden), ("Name", Visible));
        yield return Implied(AttributeKind.Reconstruction, ("loss", (int)loss));

        AttributeFacts Implied(AttributeKind kind, params (string Name, object Value)[] arguments) =>
            new(kind, machine.Part, new(arguments.Select(argument => new ArgumentFacts(argument.Name, argument.Value)))) { IsImplied = true };
    }
}
