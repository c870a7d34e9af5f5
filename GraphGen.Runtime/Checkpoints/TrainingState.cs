using System.Globalization;
using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// What training needs besides the parameters to go on where it stopped: numbers, which a checkpoint keeps among its metadata, and
/// tensors of the shapes of the trained parameters, under names of their own.
/// </summary>
/// <param name="Optimizer">The optimizer's name, such as <c>Adam</c>: the tensors of one mean nothing to another.</param>
/// <param name="Step">See <see cref="NetworkMemory.Step"/>.</param>
/// <param name="MomentumProduct">See <see cref="NetworkMemory.MomentumProduct"/>.</param>
/// <param name="Accumulated">See <see cref="NetworkMemory.Accumulated"/>; gradients are part of the state while it is above 0.</param>
/// <param name="Seed">See <see cref="NetworkMemory.Seed"/>.</param>
internal sealed record TrainingState(string Optimizer, uint Step, double MomentumProduct, int Accumulated, ulong Seed)
{
    private const string OptimizerKey = "graphgen.optimizer";
    private const string StepKey = "graphgen.step";
    private const string MomentumProductKey = "graphgen.momentum_product";
    private const string AccumulatedKey = "graphgen.accumulated";
    private const string SeedKey = "graphgen.seed";

    private const string Alone = "Load the parameters alone, without the training state.";
    private const string Slot1Prefix = "optimizer.slot1.";
    private const string Slot2Prefix = "optimizer.slot2.";
    private const string AveragePrefix = "optimizer.average.";
    private const string GradientPrefix = "optimizer.gradient.";
    private const string ChainTensor = "chains.hidden";
    private const string CallbackPrefix = "callback.";

    /// <summary>The numbers of a network as it is now.</summary>
    /// <exception cref="InvalidOperationException">Its parameters are exchanged with their averages.</exception>
    public static TrainingState Of(ParameterCollection parameters, NetworkMemory memory)
    {
        memory.RequireOwnParameters();
        return new(OptimizerOf(parameters), memory.Step, memory.MomentumProduct, memory.Accumulated, memory.Seed);
    }

    /// <summary>Reads and checks the numbers of a file.</summary>
    /// <exception cref="InvalidDataException">There are none, or one is missing or out of its range.</exception>
    /// <exception cref="CheckpointMismatchException">The state is that of another optimizer.</exception>
    public static TrainingState Read(IReadOnlyDictionary<string, string> metadata, string path, ParameterCollection parameters, NetworkMemory memory)
    {
        if (!metadata.ContainsKey(StepKey))
        {
            throw new InvalidDataException(
                $"'{path}' holds no training state ('{StepKey}' is missing from its metadata): load its parameters alone, or save it "
                + "together with the state.");
        }

        var state = new TrainingState(
            Text(metadata, path, OptimizerKey),
            Number(metadata, path, StepKey, uint.MinValue, uint.MaxValue),
            Number(metadata, path, MomentumProductKey, 0.0, 1.0),
            Number(metadata, path, AccumulatedKey, 0, int.MaxValue),
            Number(metadata, path, SeedKey, ulong.MinValue, ulong.MaxValue));
        string expected = OptimizerOf(parameters);
        if (!memory.CanAccumulate(state.Accumulated))
        {
            throw new CheckpointMismatchException(
                path, [$"{AccumulatedKey} is {state.Accumulated} in the file, more mini-batches than this network adds up for a step."], Alone);
        }

        return state.Optimizer == expected
            ? state
            : throw new CheckpointMismatchException(
                path, [$"{OptimizerKey} is {state.Optimizer} in the file, but {expected} in the network."], Alone);
    }

    /// <summary>Whether a tensor of this name is state, which is passed over where parameters alone are loaded.</summary>
    public static bool IsTensor(string name) =>
        name.StartsWith(Slot1Prefix, StringComparison.Ordinal) || name.StartsWith(Slot2Prefix, StringComparison.Ordinal)
        || name.StartsWith(AveragePrefix, StringComparison.Ordinal) || name.StartsWith(GradientPrefix, StringComparison.Ordinal)
        || name == ChainTensor || IsCallbackTensor(name);

    /// <summary>Whether a tensor of this name belongs to a callback of a fit.</summary>
    public static bool IsCallbackTensor(string name) => name.StartsWith(CallbackPrefix, StringComparison.Ordinal);

    /// <summary>The name of a callback's tensor.</summary>
    public static string CallbackTensor(string callback, string tensor) => $"{CallbackPrefix}{callback}.{tensor}";

    /// <summary>The metadata given, with the numbers added.</summary>
    public Dictionary<string, string> AddTo(IReadOnlyDictionary<string, string>? metadata)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OptimizerKey] = Optimizer,
            [StepKey] = Step.ToString(CultureInfo.InvariantCulture),
            [MomentumProductKey] = MomentumProduct.ToString("R", CultureInfo.InvariantCulture),
            [AccumulatedKey] = Accumulated.ToString(CultureInfo.InvariantCulture),
            [SeedKey] = Seed.ToString(CultureInfo.InvariantCulture),
        };
        foreach ((string key, string value) in metadata ?? new Dictionary<string, string>())
        {
            all.Add(key, value);
        }

        return all;
    }

    /// <summary>The tensors of the state, in the order of the parameters.</summary>
    public List<StoredTensor> Tensors(ParameterCollection parameters, NetworkMemory memory)
    {
        var tensors = new List<StoredTensor>();
        Add(memory.Slot1, Slot1Prefix, memory.Slot1.Length > 0);
        Add(memory.Slot2, Slot2Prefix, memory.Slot2.Length > 0);
        Add(memory.Averages, AveragePrefix, memory.Averages.Length > 0);
        Add(memory.Gradients, GradientPrefix, Accumulated > 0);
        if (memory.Chains.Length > 0)
        {
            tensors.Add(StoredTensor.Of(ChainTensor, memory.Chains));
        }

        return tensors;

        void Add(Arena arena, string prefix, bool isKept)
        {
            foreach (Parameter parameter in parameters)
            {
                if (isKept && parameter.HasGradient)
                {
                    tensors.Add(StoredTensor.Of(prefix + parameter.Name, parameter, arena));
                }
            }
        }
    }

    /// <summary>Overwrites the numbers of a network.</summary>
    public void Restore(NetworkMemory memory)
    {
        memory.Step = Step;
        memory.MomentumProduct = MomentumProduct;
        memory.Accumulated = Accumulated;
        memory.HasGradients = Accumulated > 0;
        memory.Seed = Seed;
    }

    // The name without the hyperparameters, which a user may change between two runs; weight decay is one of them.
    private static string OptimizerOf(ParameterCollection parameters) =>
        parameters.Count == 0 ? "" : parameters[0].Network.Info.Optimizer.Split('(')[0].Replace("AdamW", "Adam", StringComparison.Ordinal);

    private static string Text(IReadOnlyDictionary<string, string> metadata, string path, string key) =>
        metadata.TryGetValue(key, out string? text)
            ? text
            : throw new InvalidDataException($"The training state of '{path}' is damaged: '{key}' is missing from its metadata.");

    private static T Number<T>(IReadOnlyDictionary<string, string> metadata, string path, string key, T least, T most)
        where T : struct, IParsable<T>, IComparable<T>, IFormattable
    {
        string text = Text(metadata, path, key);
        return T.TryParse(text, CultureInfo.InvariantCulture, out T number) && number.CompareTo(least) >= 0 && number.CompareTo(most) <= 0
            ? number
            : throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The training state of '{path}' is damaged: '{key}' is '{text}', but a number from {least} to {most} is needed."));
    }
}
