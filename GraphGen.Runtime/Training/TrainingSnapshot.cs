using System.Globalization;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>
/// A copy of everything that training changes in a network: parameters and moving statistics, the optimizer's numbers and counts, averages,
/// persistent chains, gradients that wait. Its buffers are allocated once, that of the gradients with the first that wait, so that taking a snapshot again
/// costs one copy of the memory.
/// </summary>
internal sealed class TrainingSnapshot
{
    private readonly INetwork _network;
    private readonly float[] _parameters;
    private readonly float[] _slot1;
    private readonly float[] _slot2;
    private readonly float[] _averages;
    private readonly float[] _chains;
    private float[] _gradients = [];
    private uint _step;
    private double _momentumProduct;
    private int _accumulated;
    private bool _hasGradients;
    private ulong _seed;
    private DataScaling _scaling;

    /// <summary>What is not in the tensors, as text that is the same in every culture.</summary>
    public string Numbers => string.Create(CultureInfo.InvariantCulture, $"{_step} {_momentumProduct:R} {_accumulated} {(_hasGradients ? 1 : 0)} {_seed}");

    /// <summary>Makes room, and takes the first snapshot.</summary>
    public TrainingSnapshot(INetwork network)
    {
        _network = network;
        NetworkMemory memory = network.Memory;
        _parameters = new float[memory.Parameters.Length];
        _slot1 = new float[memory.Slot1.Length];
        _slot2 = new float[memory.Slot2.Length];
        _averages = new float[memory.Averages.Length];
        _chains = new float[memory.Chains.Length];
        Take();
    }

    /// <summary>Copies the network as it is now over the snapshot before. Waits for the end of a step that another thread is in.</summary>
    public void Take()
    {
        NetworkMemory memory = _network.Memory;
        using var claim = memory.BeginCopy();
        memory.Parameters.Span.CopyTo(_parameters);
        memory.Slot1.Span.CopyTo(_slot1);
        memory.Slot2.Span.CopyTo(_slot2);
        memory.Averages.Span.CopyTo(_averages);
        memory.Chains.CopyTo(_chains);
        (_step, _momentumProduct, _seed) = (memory.Step, memory.MomentumProduct, memory.Seed);
        (_accumulated, _hasGradients, _scaling) = (memory.Accumulated, memory.HasGradients, memory.Scaling);
        if (HoldsGradients)
        {
            _gradients = _gradients.Length > 0 ? _gradients : new float[memory.Gradients.Length];
            memory.Gradients.Span.CopyTo(_gradients);
        }
    }

    /// <summary>
    /// Makes the network what it was when the snapshot was taken, and lets it renew what it computes from its parameters.
    /// </summary>
    public void Restore()
    {
        NetworkMemory memory = _network.Memory;
        using var claim = memory.BeginCopy();
        memory.DiscardGradients();
        _parameters.CopyTo(memory.Parameters.Span);
        _slot1.CopyTo(memory.Slot1.Span);
        _slot2.CopyTo(memory.Slot2.Span);
        _averages.CopyTo(memory.Averages.Span);
        _chains.CopyTo(memory.Chains);
        (memory.Step, memory.MomentumProduct, memory.Seed) = (_step, _momentumProduct, _seed);
        (memory.Accumulated, memory.HasGradients, memory.Scaling) = (_accumulated, _hasGradients, _scaling);
        if (HoldsGradients)
        {
            _gradients.CopyTo(memory.Gradients.Span);
        }

        _network.ParametersChanged();
    }

    /// <summary>Whether the network is now, to the bit, what it was when the snapshot was taken.</summary>
    public bool Matches()
    {
        NetworkMemory memory = _network.Memory;
        using var claim = memory.BeginCopy();
        return (memory.Step, memory.MomentumProduct, memory.Seed) == (_step, _momentumProduct, _seed)
            && (memory.Accumulated, memory.HasGradients) == (_accumulated, _hasGradients)
            && AreSame(memory.Parameters.Span, _parameters)
            && AreSame(memory.Slot1.Span, _slot1)
            && AreSame(memory.Slot2.Span, _slot2)
            && AreSame(memory.Averages.Span, _averages)
            && AreSame(memory.Chains, _chains)
            && (!HoldsGradients || AreSame(memory.Gradients.Span, _gradients));
    }

    /// <summary>Takes back what <see cref="Numbers"/> was, before the tensors are overwritten.</summary>
    /// <returns>Whether the text is such numbers.</returns>
    public bool TryParseNumbers(string text)
    {
        string[] parts = text.Split(' ');
        bool isParsed = parts.Length == 5;
        isParsed = uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint step) && isParsed;
        isParsed = isParsed && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _momentumProduct);
        isParsed = isParsed && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _accumulated);
        isParsed = isParsed && ulong.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out _seed);
        if (isParsed)
        {
            (_step, _hasGradients) = (step, parts[3] == "1");
            _gradients = HoldsGradients ? new float[_network.Memory.Gradients.Length] : _gradients;
        }

        return isParsed;
    }

    /// <summary>The numbers in the layout that they have in memory: padding is a part of them, and the same compiler gives the same layout.</summary>
    /// <param name="name">Makes the name of a tensor in a file of its name here.</param>
    public IEnumerable<StoredTensor> Tensors(Func<string, string> name)
    {
        (string Name, float[] Values)[] arrays =
        [
            ("parameters", _parameters), ("slot1", _slot1), ("slot2", _slot2), ("averages", _averages), ("chains", _chains),
            ("gradients", HoldsGradients ? _gradients : []),
        ];
        return arrays.Where(array => array.Values.Length > 0).Select(array => StoredTensor.Of(name(array.Name), array.Values));
    }

    /// <summary>Gradients mean something only while they wait to be applied or to be completed.</summary>
    private bool HoldsGradients => _accumulated > 0 || _hasGradients;

    // Bytes, because a NaN is no number's equal, and not all zeros are the same.
    private static bool AreSame(ReadOnlySpan<float> now, float[] then) => MemoryMarshal.AsBytes(now).SequenceEqual(MemoryMarshal.AsBytes<float>(then));
}
