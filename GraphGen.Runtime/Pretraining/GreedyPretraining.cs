using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Unsupervised pretraining, layer by layer: the first network learns codes of the inputs, the second codes of these codes, and so on, each while
/// those before stay as they are. What they have learned then begins a network that is declared separately:
/// <c>GreedyPretraining.Fit(data, options, new First(), new Second()).CopyTo(classifier)</c>.
/// Source: Bengio et al., "Greedy Layer-Wise Training of Deep Networks", 2007; Hinton, Osindero and Teh, 2006.
/// </summary>
public sealed class GreedyPretraining
{
    /// <summary>Rows that are encoded at a time.</summary>
    private const int Chunk = 1024;

    private readonly IEncoder[] _stages;

    private GreedyPretraining(IEncoder[] stages, History[] histories)
    {
        _stages = stages;
        Histories = Array.AsReadOnly(histories);
    }

    /// <summary>What was measured while each network was trained, in their order.</summary>
    public IReadOnlyList<History> Histories { get; }

    /// <summary>Trains networks one after the other, each on the codes of the one before.</summary>
    /// <param name="data">The rows; labels and targets are passed over.</param>
    /// <param name="options">How to train each of them; null for the defaults. Validation data are encoded as the training data are.</param>
    /// <param name="stages">The networks, from the inputs on: each takes as many inputs as a code of the one before has numbers.</param>
    /// <exception cref="ArgumentException">
    /// There is no network, one stands there twice, or their sizes do not meet one another or the data; nothing has been trained.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A network's training diverged; those before it are trained.</exception>
    public static GreedyPretraining Fit(Dataset data, FitOptions? options, params IReadOnlyList<IEncoder> stages)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(stages);
        options ??= new FitOptions();
        RequireSizes(data, stages);
        var histories = new History[stages.Count];
        Dataset? validation = options.Validation;
        for (int stage = 0; stage < stages.Count; stage++)
        {
            histories[stage] = stages[stage].Fit(data, options with { Validation = validation });
            if (stage + 1 < stages.Count)
            {
                data = Codes(stages[stage], data);
                validation = validation is null ? null : Codes(stages[stage], validation);
            }
        }

        return new GreedyPretraining([.. stages], histories);
    }

    /// <summary>The data with the codes of the last network in the place of their inputs; labels, targets and weights stay.</summary>
    /// <param name="data">Rows such as the first network was trained on.</param>
    /// <exception cref="ArgumentException">The rows have another width.</exception>
    public Dataset Encode(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Guard.Width(data.InputSize, _stages[0].Info.InputSize, nameof(data));
        return _stages.Aggregate(data, (rows, stage) => Codes(stage, rows));
    }

    /// <summary>
    /// Copies the parameters of all encoders, one behind the other, into the first layers of a network, which may have more behind them. Its optimizer
    /// starts afresh. Layers without parameters, such as dropout, need not match.
    /// </summary>
    /// <param name="target">The network to begin with what was learned.</param>
    /// <returns>What was copied where, in the order of the layers.</returns>
    /// <exception cref="ArgumentException">A layer is missing, or of another kind or shape: the message says which; nothing has been copied.</exception>
    public IReadOnlyList<CopiedParameter> CopyTo(INetwork target)
    {
        ArgumentNullException.ThrowIfNull(target);
        (Parameter From, Parameter To, CopiedParameter Names)[] pairs = [.. Pairs(target)];
        foreach ((Parameter from, Parameter to, _) in pairs)
        {
            float[] values = new float[from.Length];
            from.CopyTo(values);
            to.CopyFrom(values);
        }

        target.ResetOptimizer();
        return Array.AsReadOnly(pairs.Select(pair => pair.Names).ToArray());
    }

    private static void RequireSizes(Dataset data, IReadOnlyList<IEncoder> stages)
    {
        if (stages.Count == 0)
        {
            throw Guard.Invalid(nameof(stages), $"There is no network to train", $"pass at least one");
        }

        if (stages.Distinct().Count() < stages.Count)
        {
            throw Guard.Invalid(nameof(stages), $"A network stands there twice", $"construct another one");
        }

        int width = data.InputSize;
        string maker = "the data";
        foreach (IEncoder stage in stages)
        {
            if (stage.Info.InputSize != width)
            {
                throw Guard.Invalid(
                    nameof(stages),
                    $"{stage.Info.Name} takes {stage.Info.InputSize} features, but {maker} make rows of {width}",
                    $"declare it with [Input({width})]");
            }

            width = stage.CodeSize;
            maker = Invariant($"the codes of {stage.Info.Name}");
        }
    }

    private static Dataset Codes(IEncoder encoder, Dataset data)
    {
        int size = encoder.CodeSize;
        float[] codes = new float[checked(data.Count * size)];
        for (int start = 0; start < data.Count; start += Chunk)
        {
            int end = Math.Min(start + Chunk, data.Count);
            encoder.Encode(data[start..end].Inputs, codes.AsSpan(start * size, (end - start) * size));
        }

        return data.WithCodes(codes, size);
    }

    /// <summary>Each parameter of the encoders beside that of the target which it fits, layer by layer.</summary>
    private IEnumerable<(Parameter From, Parameter To, CopiedParameter Names)> Pairs(INetwork target)
    {
        Layer[] places = [.. target.Layers.Where(layer => layer.Parameters.Count > 0)];
        int place = 0;
        foreach (IEncoder stage in _stages)
        {
            foreach (Layer layer in stage.EncodingLayers.Where(layer => layer.Parameters.Count > 0))
            {
                if (place == places.Length)
                {
                    throw Guard.Invalid(
                        nameof(target), $"{target.Info.Name} has no layer left for {layer} of {stage.Info.Name}", $"declare as many layers as were pretrained, and more");
                }

                Layer found = places[place++];
                if (found.Kind != layer.Kind || !found.Parameters.Select(Shape).SequenceEqual(layer.Parameters.Select(Shape)))
                {
                    throw Guard.Invalid(
                        nameof(target),
                        $"{Described(found)} of {target.Info.Name} is not like {Described(layer)} of {stage.Info.Name}",
                        $"declare the first layers of {target.Info.Name} as those that were pretrained");
                }

                foreach ((Parameter from, Parameter to) in layer.Parameters.Zip(found.Parameters))
                {
                    yield return (from, to, new CopiedParameter(Invariant($"{stage.Info.Name}.{from.Name}"), to.Name));
                }
            }
        }

        static string Described(Layer layer) => Invariant($"{layer} with {string.Join(", ", layer.Parameters.Select(Shape))}");
        static string Shape(Parameter parameter) => Invariant($"{parameter.Name[(parameter.Name.LastIndexOf('.') + 1)..]} [{string.Join(", ", parameter.Shape.ToArray())}]");
    }
}
