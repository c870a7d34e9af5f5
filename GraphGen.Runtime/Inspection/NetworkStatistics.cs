namespace GraphGen;

/// <summary>
/// A look into a network: what its activations, gradients and weights are like on some rows. The result of a network's <c>Inspect</c>.
/// </summary>
/// <remarks>
/// The rows go through the network as one batch, as training sees it: batch normalisation works by the statistics of these rows. But nothing is drawn at random:
/// dropout is off, and RReLU takes the mean of its slopes. A few hundred rows are enough, and a few hundred are needed where batch normalisation
/// or dead units matter. Memory grows with the rows: about eight floats for each output of each layer.
/// An inspection is a second way through the network, apart from the compiled one: layer by layer, in single precision, allocating what it needs. It changes nothing.
/// </remarks>
public sealed class NetworkStatistics
{
    /// <summary>Gradients vanish where their deviation at a layer's outputs is below this share of that at the network's outputs.</summary>
    public const float VanishingRatio = 1e-3f;

    /// <summary>Gradients explode where their deviation at a layer's outputs is above this multiple of that at the network's outputs.</summary>
    public const float ExplodingRatio = 1e3f;

    /// <summary>More dead units than this share of a layer are a problem.</summary>
    public const float DeadUnitsLimit = 0.1f;

    /// <summary>More saturated outputs than this share of a layer's are a problem.</summary>
    public const float SaturatedLimit = 0.5f;

    internal NetworkStatistics(string name, int rows, double loss, LayerStatistics[] layers)
    {
        Name = name;
        Rows = rows;
        Loss = (float)loss;
        Layers = Array.AsReadOnly(layers);
    }

    /// <summary>The network's class.</summary>
    public string Name { get; }

    /// <summary>The number of rows that were looked at.</summary>
    public int Rows { get; }

    /// <summary>The mean loss of the rows, without penalties.</summary>
    public float Loss { get; }

    /// <summary>The layers, from the input to the output.</summary>
    public IReadOnlyList<LayerStatistics> Layers { get; }

    /// <summary>The layer of a name, such as <c>dense1</c>. Case matters.</summary>
    /// <exception cref="KeyNotFoundException">There is none: the message lists the names that there are.</exception>
    public LayerStatistics this[string name] => Layers.FirstOrDefault(layer => layer.Name == name)
        ?? throw new KeyNotFoundException($"There is no layer '{name}'. There are: {string.Join(", ", Layers.Select(layer => layer.Name))}.");

    /// <summary>
    /// What is likely to go wrong, one sentence or two for each trouble, with its figures and what to do: values that are not finite, vanishing and
    /// exploding gradients (<see cref="VanishingRatio"/>, <see cref="ExplodingRatio"/>), dead units (<see cref="DeadUnitsLimit"/>) and saturated ones
    /// (<see cref="SaturatedLimit"/>). Empty where all is well.
    /// </summary>
    public IReadOnlyList<string> Problems() => Diagnosis.Of(this);

    /// <summary>A plain-text table of the layers, then the problems. Lines end with <c>\n</c>; numbers are written the same in every culture.</summary>
    public override string ToString() => StatisticsText.Write(this);
}
