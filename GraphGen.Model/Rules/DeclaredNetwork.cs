namespace GraphGen.Model;

/// <summary>A sound declaration beside the network that it stands for: what rules of good practice look at, and where they point to.</summary>
internal sealed class DeclaredNetwork
{
    private readonly LayerStack stack;
    private readonly Dictionary<int, DenseArguments> arguments = [];

    /// <param name="declaration">A declaration in which no rule of structure found an error.</param>
    /// <param name="network">The network that it stands for.</param>
    public DeclaredNetwork(Declaration declaration, NetworkSpec network)
    {
        Declaration = declaration;
        Network = network;
        stack = LayerStack.Of(declaration);
        OptimizerAttribute = declaration.IndicesWhere(AttributeKinds.IsOptimizer).Select(index => (int?)index).FirstOrDefault();
        DensePositions = [.. Enumerable.Range(0, network.Layers.Count).Where(position => network.Layers[position] is DenseSpec)];
    }

    /// <summary>What stands in the source.</summary>
    public Declaration Declaration { get; }

    /// <summary>What it stands for.</summary>
    public NetworkSpec Network { get; }

    /// <summary>The layers in order; a position counts through them.</summary>
    public EquatableArray<LayerSpec> Layers => Network.Layers;

    /// <summary>The positions of the dense layers: the hidden ones and the output.</summary>
    public IReadOnlyList<int> DensePositions { get; }

    /// <summary>The positions of the dense layers that another one follows.</summary>
    public IEnumerable<int> HiddenPositions => DensePositions.Take(DensePositions.Count - 1);

    /// <summary>The position of the last dense layer, which computes the outputs.</summary>
    public int OutputPosition => DensePositions[DensePositions.Count - 1];

    /// <summary>Whether a preset adds the layer at <paramref name="position"/>, so that no attribute of its own can be edited.</summary>
    public bool IsAdded(int position) => stack.Layers[position].IsAdded;

    /// <summary>The attribute that brings in the layer at <paramref name="position"/>, counted through <see cref="Declaration.Attributes"/>.</summary>
    public int AttributeOf(int position) => stack.Layers[position].Attribute;

    /// <summary>What is said of the dense layer at <paramref name="position"/>, and which attribute says it.</summary>
    public DenseArguments Arguments(int position)
    {
        if (!arguments.TryGetValue(position, out DenseArguments? found))
        {
            arguments[position] = found = DenseArguments.Of(stack, position);
        }

        return found;
    }

    /// <summary>
    /// The position of the layer that applies the activation of the dense layer at <paramref name="position"/>: the layer itself, or the
    /// <c>[Activation]</c> behind it with nothing but normalisation, noise and penalties between. Null where it has none.
    /// </summary>
    public int? ActivationPosition(int position)
    {
        if (((DenseSpec)Layers[position]).Activation.Kind != Act.Linear)
        {
            return position;
        }

        int next = position + 1;
        while (next < Layers.Count && Layers[next] is not (DenseSpec or ActivationSpec))
        {
            next++;
        }

        return next < Layers.Count && Layers[next] is ActivationSpec { Activation.Kind: not Act.Linear } ? next : null;
    }

    /// <summary>The activation of the dense layer at <paramref name="position"/>, its own or one behind it.</summary>
    public Act ActivationOf(int position) => ActivationPosition(position) is { } applied ? FunctionAt(applied) : Act.Linear;

    /// <summary>The function of the dense or activation layer at <paramref name="position"/>.</summary>
    public Act FunctionAt(int position) => Layers[position] switch
    {
        DenseSpec dense => dense.Activation.Kind,
        ActivationSpec activation => activation.Activation.Kind,
        _ => Act.Linear,
    };

    /// <summary>The position of the last dense layer in front of <paramref name="position"/>; null where only the inputs are there.</summary>
    public int? DenseInFrontOf(int position)
    {
        int front = position - 1;
        while (front >= 0 && Layers[front] is not DenseSpec)
        {
            front--;
        }

        return front < 0 ? null : front;
    }

    /// <summary>
    /// The position of the dense layer whose sums come to the layer at <paramref name="position"/> as they are, with no activation, dropout
    /// or normalisation between; null where something else comes in.
    /// </summary>
    /// <param name="position">The layer.</param>
    /// <param name="throughNoise">Whether Gaussian noise, which leaves their mean alone, may stand between.</param>
    public int? SumsInFrontOf(int position, bool throughNoise)
    {
        int front = position - 1;
        while (front >= 0 && (Layers[front] is ActivationSpec { Activation.Kind: Act.Linear } || (throughNoise && Layers[front] is GaussianNoiseSpec)))
        {
            front--;
        }

        return front >= 0 && Layers[front] is DenseSpec { Activation.Kind: Act.Linear } ? front : null;
    }

    /// <summary>
    /// Whether the layer at <paramref name="position"/> neither scales nor cuts what comes in: noise keeps its mean, and penalties let it pass.
    /// </summary>
    public bool IsPassed(int position) => Layers[position] is GaussianNoiseSpec or ActivityRegularizationSpec or SparsitySpec;

    /// <summary>Whether the layer at <paramref name="position"/> is dropout of either kind.</summary>
    public bool IsDropout(int position) => Layers[position] is DropoutSpec or AlphaDropoutSpec;

    /// <summary>The rate of the dropout at <paramref name="position"/>; 0 for other layers.</summary>
    public double RateOf(int position) => Layers[position] switch
    {
        DropoutSpec dropout => dropout.Rate,
        AlphaDropoutSpec dropout => dropout.Rate,
        _ => 0,
    };

    /// <summary>The names of the layers at <paramref name="positions"/>, each in quotes.</summary>
    public string Names(IEnumerable<int> positions) => string.Join(", ", positions.Select(position => $"'{Layers[position].Name}'"));

    /// <summary>The dense layer at <paramref name="position"/>.</summary>
    public DenseSpec Dense(int position) => (DenseSpec)Layers[position];

    /// <summary>The inputs of the dense layer at <paramref name="position"/>.</summary>
    public int FanIn(int position) => DenseInFrontOf(position) is { } front ? Dense(front).Units : Network.InputSize;

    /// <summary>The loss as its attribute is called.</summary>
    public string LossName => Declaration.Attributes[Declaration.IndicesWhere(AttributeKinds.IsLoss).First()].Kind.ToString();

    /// <summary>The <c>[Defaults]</c>; null where there is none.</summary>
    public DefaultsFacts? Defaults => stack.Defaults;

    /// <summary>
    /// Whether a repair of the dense layers at <paramref name="positions"/> may change how <c>[Defaults]</c> let weights be drawn: every
    /// layer that takes this from there is one of them, or has no activation that it must suit.
    /// </summary>
    /// <param name="positions">The layers to mend.</param>
    /// <param name="sourceAt">Who says it of the dense layer at a position.</param>
    public bool DefaultsMayChange(IReadOnlyCollection<int> positions, Func<int, ArgumentSource> sourceAt) =>
        DensePositions.All(position =>
            sourceAt(position) != ArgumentSource.Defaults || positions.Contains(position) || ActivationOf(position) == Act.Linear);

    /// <summary>The attribute that names the optimizer; null where the preset does, or nobody.</summary>
    public int? OptimizerAttribute { get; }

    /// <summary>What the optimizer's attribute says, be it declared or the preset's; null where nobody names an optimizer.</summary>
    public AttributeFacts? Optimizer => OptimizerAttribute is { } index ? Declaration.Attributes[index] : stack.Recipe?.Optimizer;

    /// <summary>The attribute that brings in the layer at <paramref name="position"/>, or an argument that it spells.</summary>
    public Place At(int position, string? argument = null) => new Place.OnAttribute(AttributeOf(position), argument);

    /// <summary>Where it is said what <paramref name="argument"/> of the layer at <paramref name="position"/> is.</summary>
    public Place At<T>(int position, string argument, Resolved<T> said) => new Place.OnAttribute(said.Attribute ?? AttributeOf(position), argument);

    /// <summary>Where it is said which activation the dense or activation layer at <paramref name="position"/> applies.</summary>
    public Place AtFunction(int position) => Layers[position] is DenseSpec
        ? At(position, "activation", Arguments(position).Activation.Kind)
        : At(position, "activation");
}
