namespace GraphGen.Model;

/// <summary>How the machine of an <c>[Rbm]</c> is trained.</summary>
internal static class BoltzmannCompletion
{
    /// <summary>That of <paramref name="machine"/>; null where there is none.</summary>
    public static BoltzmannSpec? Of(AttributeFacts? machine) => machine is null
        ? null
        : new BoltzmannSpec((VisibleUnits)machine.Value("Visible", (int)VisibleUnits.Bernoulli), machine.Value("Steps", 1), machine.Value("PersistentChains", 0));
}
