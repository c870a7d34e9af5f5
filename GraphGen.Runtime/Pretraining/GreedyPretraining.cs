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
    /// There is no network, one is null or stands there twice, their sizes do not meet one another or the data, the codes of all rows do not fit into memory at once, the
    /// data are features of frozen layers, or a callback writes a file that the next network's training would write over; nothing has been trained. Or a network learns
    /// a cross-entropy, and codes of the one before leave [0, 1], as those of other activations than a sigmoid may; those before it are trained.
    /// </exception>
    /// <exception cref="InvalidOperationException">All layers of a network rest, its parameters are exchanged with their averages, or the schedule ends with a warm-up; nothing has been trained.</exception>
    /// <exception cref="OutputFileException">A callback's file cannot be written; nothing has been trained.</exception>
    /// <exception cref="TrainingDivergedException">A network's training diverged; those before it are trained.</exception>
    public static GreedyPretraining Fit(Dataset data, FitOptions? options, params IReadOnlyList<IEncoder> stages)
    {
        ArgumentNullException.ThrowIfNull(data);
        IEncoder[] encoders = Guard.AllPresent(stages, nameof(stages));
        options ??= new FitOptions();
        RequireSizes(data, encoders);
        RequireReady(data, options, encoders);
        var histories = new History[encoders.Length];
        Dataset? validation = options.Validation;
        for (int stage = 0; stage < encoders.Length; stage++)
        {
            histories[stage] = encoders[stage].Fit(data, options with { Validation = validation });
            if (stage + 1 < encoders.Length)
            {
                data = Codes(encoders[stage], data);
                validation = validation is null ? null : Codes(encoders[stage], validation);
            }
        }

        return new GreedyPretraining(encoders, histories);
    }

    /// <summary>The data with the codes of the last network in the place of their inputs; labels, targets and weights stay.</summary>
    /// <param name="data">Rows such as the first network was trained on.</param>
    /// <exception cref="ArgumentException">The rows have another width, are features of frozen layers, or hold a number that is not finite.</exception>
    public Dataset Encode(Dataset data)
    {
        Guard.Inputs(data, _stages[0].Info, nameof(data));
        return _stages.Aggregate(data, (rows, stage) => Codes(stage, rows));
    }

    /// <summary>
    /// Copies the parameters of all encoders, one behind the other, into the first layers of a network, which may have more behind them: what
    /// <see cref="LayerTransfer.CopyLayersFrom"/> does, by the layers' order instead of their names, and all of them or none. Its optimizer starts afresh. Layers
    /// without parameters, such as dropout, need not match. Waits for the end of the steps that other threads are in.
    /// </summary>
    /// <param name="target">The network to begin with what was learned.</param>
    /// <returns>Which layers were overwritten, and which of them will compute something else than in their encoder: one that has another activation, for instance.</returns>
    /// <exception cref="ArgumentException">A layer is missing, or of another kind or shape: the message says which; nothing has been copied.</exception>
    /// <exception cref="InvalidOperationException">The parameters of the network are exchanged with their averages.</exception>
    public TransferReport CopyTo(INetwork target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Layer[] places = LayerFreezing.WithParameters(target);
        var encoded = _stages.SelectMany(stage => stage.EncodingLayers, (stage, layer) => (Stage: stage, Layer: layer)).Where(pair => pair.Layer.Parameters.Count > 0).ToArray();
        if (places.Length < encoded.Length)
        {
            (IEncoder stage, Layer layer) = encoded[places.Length];
            throw Guard.Invalid(
                nameof(target), $"{target.Info.Name} has no layer left for {layer} of {stage.Info.Name}", $"declare as many layers as were pretrained, and more");
        }

        var plan = new TransferPlan(target);
        foreach ((Layer place, (IEncoder stage, Layer layer)) in places.Zip(encoded))
        {
            plan.Add(place, stage, layer);
        }

        return plan.Skipped.Count == 0 ? plan.Run() : throw Guard.Invalid(
            nameof(target),
            $"{target.Info.Name} cannot begin with the encoders of {string.Join(", ", _stages.Select(stage => stage.Info.Name))}, which are the source: {string.Join(' ', LayerDifference.ByLayer(plan.Skipped)).TrimEnd('.')}",
            $"declare the first layers of {target.Info.Name} as those that were pretrained");
    }

    private static void RequireSizes(Dataset data, IEncoder[] stages)
    {
        if (stages.Length == 0)
        {
            throw Guard.Invalid(nameof(stages), $"There is no network to train", $"pass at least one");
        }

        if (stages.Distinct().Count() < stages.Length)
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

    /// <summary>
    /// All that would stop a later network's training, but for what depends on the codes. Every network is trained with the same callbacks, so that of a file the last
    /// one's would be all that is left.
    /// </summary>
    private static void RequireReady(Dataset data, FitOptions options, IEncoder[] stages)
    {
        foreach (IEncoder stage in stages)
        {
            Guard.SomethingToTrain(stage);
            stage.Memory.RequireOwnParameters();
            if ((long)data.Count * stage.CodeSize > Array.MaxLength)
            {
                throw Guard.Invalid(
                    nameof(data), $"The codes of {data.Count} rows by {stage.Info.Name}, {stage.CodeSize} numbers each, are more than an array holds", $"pretrain on fewer rows");
            }
        }

        if (FitPlan.Of(stages[0], data, options).Check() && stages.Length > 1)
        {
            throw Guard.Invalid(
                nameof(options), $"A callback would write over the same file for each of {stages.Length} networks", $"leave it out, and Save the networks behind the training");
        }
    }

    private static Dataset Codes(IEncoder encoder, Dataset data)
    {
        int size = encoder.CodeSize;
        float[] codes = new float[data.Count * size];
        for (int start = 0; start < data.Count; start += Chunk)
        {
            int end = Math.Min(start + Chunk, data.Count);
            encoder.Encode(data[start..end].Inputs, codes.AsSpan(start * size, (end - start) * size));
        }

        return data.WithCodes(codes, size);
    }
}
