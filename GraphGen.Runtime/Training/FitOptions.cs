using static System.FormattableString;

namespace GraphGen;

/// <summary>How to fit a network. Every property checks its value at once.</summary>
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

    /// <summary>The learning rate of every step, finite and at least 0; default 0.01.</summary>
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

    /// <summary>Data to evaluate after each epoch; null (the default) for none. They are never trained on.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>
    /// The seed of the order in which each epoch takes the rows; default 0. The order depends on the seed and the epoch's number
    /// alone, so equal fits go alike.
    /// </summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Called at the end of each epoch with its record, on the thread that called the fit; null (the default) for nothing.
    /// </summary>
    public Action<EpochRecord>? OnEpoch { get; init; }

    /// <summary>The numbers as text, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"FitOptions {{ Epochs = {Epochs}, BatchSize = {BatchSize}, LearningRate = {LearningRate}, Seed = {Seed} }}");

    private static int AtLeastOne(int value, string property, string reason) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}. {reason}: set it to 1 or more."));
}
