using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How to fit a network. Every property checks its value at once; what depends on the network or the data is checked before the first step.
/// </summary>
public sealed record FitOptions
{
    /// <summary>How often to go through the training data, at least 1; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value, nameof(Epochs), "Each epoch is one pass through the training data");
    } = 1;

    /// <summary>
    /// Rows in a mini-batch, at least 1; default 32. The last mini-batch of an epoch holds the rest; a size beyond the data means
    /// all of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeastOne(value, nameof(BatchSize), "Each step needs a row to learn from");
    } = 32;

    /// <summary>
    /// The learning rate of every step where there is no <see cref="Schedule"/>, finite and at least 0; default 0.01. Where a preset
    /// proposes 1cycle, its highest rate.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float LearningRate
    {
        get;
        init
        {
            Execution.Guard.LearningRate(value);
            field = value;
        }
    } = 0.01f;

    /// <summary>
    /// How the learning rate goes, with rates of its own instead of <see cref="LearningRate"/>; null (the default) for what the network's
    /// <see cref="NetworkInfo.Schedule"/> proposes, a constant rate unless a preset says otherwise. A step of the
    /// schedule is a mini-batch, also where the gradients of several make one step of the optimizer.
    /// </summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>Data to evaluate after each epoch; null (the default) for none. They are never trained on.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// Whether and when the validation data may end the fit before its last epoch; null (the default) for never. Needs
    /// <see cref="Validation"/>.
    /// </summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// How to distort the training images, anew in each epoch and on a thread beside training; null (the default) for not at all.
    /// Validation data stay as they are.
    /// </summary>
    public ImageAugmentation? Augmentation { get; init; }

    /// <summary>
    /// How much the rows of each class count in the loss, so that rare classes may count more: one finite weight, at least 0, for each
    /// class, and one above 0. Multiplied with the weights of the training data where those have any. Null (the default) for
    /// all alike. Needs a network declared with <c>[SampleWeights]</c>. Copied.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or NaN, or none is above 0.</exception>
    public IReadOnlyList<float>? ClassWeights
    {
        get;
        init
        {
            float[]? weights = value?.ToArray();
            if (weights is not null)
            {
                Execution.Guard.Weights(weights, nameof(ClassWeights), "class");
            }

            field = weights is null ? null : Array.AsReadOnly(weights);
        }
    }

    /// <summary>
    /// The seed of the order in which each epoch takes the rows; default 0. The order depends on the seed and the epoch's number
    /// alone, so equal fits go alike.
    /// </summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The epoch to begin with, counted from 1 (the default): to go on with a fit of <see cref="Epochs"/> that was stopped after a
    /// checkpoint. The order of the rows and the schedule are then what they would have been; <see cref="EarlyStopping"/> starts
    /// afresh, with its whole patience and no best epoch. At most <see cref="Epochs"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int FirstEpoch
    {
        get;
        init => field = AtLeastOne(value, nameof(FirstEpoch), "Epochs count from 1");
    } = 1;

    /// <summary>
    /// Where the schedule was when the fit stopped: the <see cref="EpochRecord.ScheduleState"/> of the epoch before
    /// <see cref="FirstEpoch"/>. Only a schedule that goes by the loss needs it; null (the default) for none.
    /// </summary>
    public string? ScheduleState { get; init; }

    /// <summary>
    /// Called at the end of each epoch with its record, on the thread that called the fit; null (the default) for nothing. The place to
    /// save a checkpoint: with <c>[AverageWeights]</c> the fit ends with the averages in place of the parameters, from which training
    /// cannot go on to the same bits.
    /// </summary>
    public Action<EpochRecord>? OnEpoch { get; init; }

    /// <summary>The numbers as text, the same in every culture.</summary>
    public override string ToString()
    {
        string rate = Schedule is null ? Invariant($"LearningRate = {LearningRate}") : $"Schedule = {Schedule}";
        return Invariant($"FitOptions {{ Epochs = {Epochs}, BatchSize = {BatchSize}, {rate}, Seed = {Seed} }}");
    }

    private static int AtLeastOne(int value, string property, string reason) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}. {reason}: set it to 1 or more."));
}
