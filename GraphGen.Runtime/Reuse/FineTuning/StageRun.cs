using GraphGen.Execution;

namespace GraphGen;

/// <summary>A stage of fine-tuning, checked against the network that it is for.</summary>
internal sealed class StageRun
{
    private readonly INetwork _network;
    private readonly Layer[] _layers;
    private readonly HashSet<Layer> _trained;
    private readonly float[] _rateMultipliers;

    /// <summary>Finds the layers that the stage trains, and their rates.</summary>
    /// <param name="stage">What is wanted.</param>
    /// <param name="number">The stage, counted from 1.</param>
    /// <param name="plan">The whole: the network, whose rate multipliers are what the stage's factors multiply, its data and options.</param>
    /// <exception cref="ArgumentException">There are no such layers, or none of them can be trained.</exception>
    public StageRun(FineTuneStage stage, int number, FitPlan plan)
    {
        Stage = stage;
        _network = plan.Network;
        _layers = LayerFreezing.WithParameters(_network);
        _trained = [.. (stage.Pattern is { } pattern ? Matching(pattern) : Top(stage.Layers!.Value, number)).Where(layer => !layer.IsFrozen)];
        _rateMultipliers = [.. _layers.Select((layer, index) => layer.RateMultiplier * MathF.Pow(stage.LayerRateFactor, LayersWithWeightsAbove(index)))];
        Plan = plan with
        {
            Options = plan.Options with
            {
                Epochs = stage.Epochs ?? plan.Options.Epochs,
                Callbacks = stage.Callbacks ?? plan.Options.Callbacks,
                RateFactor = stage.RateFactor,
            },
        };
        if (_trained.Count == 0)
        {
            throw Guard.Invalid(
                nameof(FineTuneOptions.Stages),
                $"Stage {number} of {_network.Info.Name} has nothing to train, since its layers were declared frozen",
                $"declare one of them without Frozen = true and [FreezeUpTo], or name others");
        }
    }

    /// <summary>What is wanted.</summary>
    public FineTuneStage Stage { get; }

    /// <summary>The stage's fit.</summary>
    public FitPlan Plan { get; }

    /// <summary>Whether the optimizer is as fresh as <see cref="Begin"/> has made it.</summary>
    public bool HasNotStepped => _network.Memory is { Step: 0, Accumulated: 0 };

    /// <summary>Lets the stage's layers train and all others rest, and the optimizer start afresh, as compiling a model again does in Keras.</summary>
    public void Begin()
    {
        using NetworkMemory.Claim claim = _network.Memory.BeginCopy();
        LayerFreezing.Train(_layers, _trained.Contains);
        for (int index = 0; index < _layers.Length; index++)
        {
            _layers[index].RateMultiplier = _rateMultipliers[index];
        }

        _network.ResetOptimizer();
    }

    /// <summary>The record of the stage, when its fit is over.</summary>
    public FinishedStage Finish(History history) =>
        new(Stage, Array.AsReadOnly(_layers.Where(_trained.Contains).Select(layer => layer.Name).ToArray()), history);

    private Layer[] Matching(string pattern)
    {
        HashSet<string> chosen = new LayerPattern(pattern, nameof(FineTuneOptions.Stages)).Choose([.. _layers.Select(layer => layer.Name)]);
        return Array.FindAll(_layers, layer => chosen.Contains(layer.Name));
    }

    private Layer[] Top(int count, int number)
    {
        Layer[] withWeights = Array.FindAll(_layers, HasWeights);
        if (count > withWeights.Length)
        {
            throw Guard.Invalid(
                nameof(FineTuneOptions.Stages),
                $"Stage {number} trains the top {count} layers, but {_network.Info.Name} has {withWeights.Length} with weights of their own",
                $"train fewer: {string.Join(", ", withWeights.Select(layer => layer.Name))}");
        }

        if (withWeights[^1] is { IsFrozen: true } head)
        {
            throw Guard.Invalid(
                nameof(FineTuneOptions.Stages),
                $"{_network.Info.Name} has no head to train, since '{head.Name}' was declared frozen",
                $"declare it without Frozen = true and [FreezeUpTo], or name other layers with FineTuneStage.Matching");
        }

        // All layers with weights are the whole network, with what may stand in front of them.
        return count == withWeights.Length ? _layers : _layers[Array.IndexOf(_layers, withWeights[^count])..];
    }

    /// <summary>How many layers with weights are above the one that a layer belongs to: its own, or the last below it.</summary>
    private int LayersWithWeightsAbove(int index) => _layers.Skip(index + 1).Count(HasWeights);

    /// <summary>Whether a layer has weights of its own: one that is tied to another has not.</summary>
    private static bool HasWeights(Layer layer) => layer is DenseLayer { TiedTo: null };
}
