using System.ComponentModel;

namespace GraphGen;

/// <summary>What a network was declared to be and what it costs: the generated class's static member <c>Info</c>.</summary>
public sealed class NetworkInfo
{
    /// <summary>For generated code. The parameters are the properties of the same names.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NetworkInfo(
        string name,
        int inputSize,
        int outputSize,
        LossFunction loss,
        string optimizer,
        IReadOnlyList<LayerInfo> layers,
        long predictionFlopsPerRow,
        long trainingFlopsPerRow,
        MemoryInfo memory)
    {
        Name = name;
        InputSize = inputSize;
        OutputSize = outputSize;
        Loss = loss;
        Optimizer = optimizer;
        Layers = Array.AsReadOnly(layers.ToArray());
        PredictionFlopsPerRow = predictionFlopsPerRow;
        TrainingFlopsPerRow = trainingFlopsPerRow;
        Memory = memory;
        ParameterCount = Layers.Sum(layer => layer.Parameters);
        MovingStatisticCount = Layers.Sum(layer => layer.MovingStatistics);
    }

    /// <summary>The class's name.</summary>
    public string Name { get; }

    /// <summary>Features in a row of the input.</summary>
    public int InputSize { get; }

    /// <summary>Values in a row of the predictions.</summary>
    public int OutputSize { get; }

    /// <summary>The loss.</summary>
    public LossFunction Loss { get; }

    /// <summary>Whether the network learns to reconstruct its inputs: see <see cref="ReconstructionAttribute"/>.</summary>
    public bool IsReconstruction => Loss is LossFunction.Reconstruction or LossFunction.ReconstructionCrossEntropy;

    /// <summary>The share of a label's target that is spread evenly over all classes; 0 for none.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>The error from which on Huber's loss is linear; 0 for other losses.</summary>
    public double HuberDelta { get; init; }

    /// <summary>Whether each row counts in the loss by a weight of its own: see <see cref="SampleWeightsAttribute"/>.</summary>
    public bool HasSampleWeights { get; init; }

    /// <summary>
    /// Layers in front in which nothing is trained and nothing drawn at random, so that they make the same of a row in every step: what
    /// <see cref="FrozenFeatures.CacheFrozen(Execution.INetwork, Dataset)"/> computes once. 0 for none.
    /// </summary>
    public int FrozenLayers { get; init; }

    /// <summary>Values that the <see cref="FrozenLayers"/> make of a row; 0 without such layers.</summary>
    public int FeatureSize { get; init; }

    /// <summary>The schedule of fits that name none.</summary>
    public ProposedSchedule Schedule { get; init; }

    /// <summary>What was declared of training besides loss and optimizer, such as clipping, one fact an element.</summary>
    public IReadOnlyList<string> Training { get; init; } = [];

    /// <summary>What a preset and defaults filled in, in words, one choice an element.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// What predictions depend on besides the parameters, a line for the input, for each layer and for the output, such as <c>Input(784)</c>,
    /// <c>dense1: Dense(300, Elu(1))</c>, <c>batchnorm1: BatchNorm(1E-05)</c>, <c>Output(Softmax)</c>. Initialisation, regularisation, dropout
    /// and the optimizer are not in it. Kept with every checkpoint.
    /// </summary>
    public IReadOnlyList<string> Architecture { get; init; } = [];

    /// <summary>
    /// By what networks of the same <see cref="Architecture"/> are known, 16 hexadecimal digits: the first eight bytes of the SHA-256 of its lines. The
    /// same on every machine.
    /// </summary>
    public string Fingerprint => new NetworkArchitecture(Architecture).Fingerprint;

    /// <summary>The optimizer and its hyperparameters, such as <c>Nag(momentum: 0.9)</c>.</summary>
    public string Optimizer { get; }

    /// <summary>The layers, from the input to the output.</summary>
    public IReadOnlyList<LayerInfo> Layers { get; }

    /// <summary>The number of weights, biases, scales and shifts, trained or frozen.</summary>
    public long ParameterCount { get; }

    /// <summary>The number of moving means and variances, which no gradient changes.</summary>
    public long MovingStatisticCount { get; }

    /// <summary>Floating-point operations of a prediction of one row; a multiplication and an addition are two.</summary>
    public long PredictionFlopsPerRow { get; }

    /// <summary>Floating-point operations of a training step for each row of its batch: forward, backward and update.</summary>
    public long TrainingFlopsPerRow { get; }

    /// <summary>The bytes that an instance holds.</summary>
    public MemoryInfo Memory { get; }

    /// <summary>
    /// A plain-text table of the layers with their output shapes, parameters and operations, then totals and bytes. Lines end
    /// with <c>\n</c>; numbers are written the same in every culture.
    /// </summary>
    public string Summary() => NetworkSummary.Write(this);

    /// <summary>The network in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}: {InputSize} -> {OutputSize}, {ParameterCount:N0} parameters, {Loss}, {Optimizer}");
}
