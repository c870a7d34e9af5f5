namespace GraphGen.Model;

/// <summary>How a restricted Boltzmann machine, whose layers and loss are those of an autoencoder with tied weights, is trained.</summary>
/// <param name="Visible">What its visible units are; the hidden ones are 0 or 1.</param>
/// <param name="Steps">Steps of the Gibbs chain for each gradient, at least 1.</param>
/// <param name="PersistentChains">Chains that begin where the step before has ended them; 0 where all begin at the data.</param>
public sealed record BoltzmannSpec(VisibleUnits Visible, int Steps, int PersistentChains = 0)
{
    /// <summary>Whether chains go on from step to step.</summary>
    public bool IsPersistent => PersistentChains > 0;
}
