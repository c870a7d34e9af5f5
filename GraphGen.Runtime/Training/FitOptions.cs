using System.Globalization;
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
    /// The share of the training rows to set apart as validation data, in [0, 1); 0 (the default) for none. Drawn by <see cref="Seed"/>, and from every class
    /// alike where there are labels. Not together with <see cref="Validation"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1) or NaN.</exception>
    public double ValidationFraction
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(ValidationFraction), Invariant($"ValidationFraction is {value}. Some rows must be left to train on: set it to a share in [0, 1)."));
    }

    /// <summary>
    /// What else to measure on the validation data after each epoch, such as <c>[Metric.TopK(5), Metric.F1()]</c>, besides loss and accuracy; none by default.
    /// Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A metric is null, two have the same name, or one is called <c>loss</c>, as what is measured anyway.</exception>
    public IReadOnlyList<Metric> Metrics
    {
        get;
        init
        {
            Metric[] metrics = Execution.Guard.AllPresent(value, nameof(Metrics));
            if (metrics.Any(metric => metric.Name == "loss"))
            {
                throw new ArgumentException("A metric is called 'loss', but the loss is measured anyway: give the metric another name.", nameof(Metrics));
            }

            string? repeated = metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
            field = repeated is null
                ? Array.AsReadOnly(metrics)
                : throw new ArgumentException($"Two metrics are called '{repeated}': name each once.", nameof(Metrics));
        }
    } = [];

    /// <summary>
    /// What the fit tells what it does, in this order, such as <see cref="EarlyStopping"/>, <see cref="Checkpoint"/>, <see cref="ReduceOnPlateau"/>,
    /// <see cref="CsvLog"/>, <see cref="Histograms"/> or a <see cref="LambdaCallback"/>; none by default. Copied.
    /// </summary>
    /// <exception cref="ArgumentException">A callback is null, or twice in the list.</exception>
    public IReadOnlyList<ITrainingCallback> Callbacks
    {
        get;
        init
        {
            ITrainingCallback[] callbacks = Execution.Guard.AllPresent(value, nameof(Callbacks));
            field = callbacks.Distinct(ReferenceEqualityComparer.Instance).Count() == callbacks.Length
                ? Array.AsReadOnly(callbacks)
                : throw new ArgumentException("A callback is twice in the list: name each once.", nameof(Callbacks));
        }
    } = [];

    /// <summary>
    /// Where to report how far the fit has come, some ten times a second and after each epoch; null (the default) for nowhere. Called on the thread
    /// of the fit: a <see cref="Progress{T}"/> passes it on to that of a user interface.
    /// </summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Ends the fit after the present mini-batch: the network is what that step left (or the best epoch's, with <see cref="EarlyStopping"/>), <see cref="Checkpoint"/> has
    /// written a file to resume from, and the fit returns with <see cref="FitEnding.Canceled"/> instead of throwing.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Whether only to try everything once: one mini-batch of training, one of validation, every callback; then the network is put back, to the bit.
    /// Files are tried, but nothing is replaced. Default false.
    /// </summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// Whether to check that the network can learn a single mini-batch by heart, which a sound one can: all steps of all epochs are made on the first
    /// mini-batch, without augmentation and validation; then the network is put back, to the bit. Default false.
    /// </summary>
    public bool OverfitOneBatch { get; init; }

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

    /// <summary>What <see cref="TrainingRun.RateFactor"/> begins with.</summary>
    internal float RateFactor { get; init; } = 1;

    /// <summary>The numbers as text, the same in every culture.</summary>
    public override string ToString()
    {
        string rate = Schedule is null ? Invariant($"LearningRate = {LearningRate}") : $"Schedule = {Schedule}";
        return Invariant($"FitOptions {{ Epochs = {Epochs}, BatchSize = {BatchSize}, {rate}, Seed = {Seed} }}");
    }

    /// <summary>The schedule of a fit of a network: the one given, or what the network proposes.</summary>
    internal LearningRateSchedule ScheduleFor(NetworkInfo info) => Schedule ?? (info.Schedule == ProposedSchedule.OneCycle
        ? LearningRateSchedule.OneCycle(WrittenRate)
        : LearningRateSchedule.Constant(WrittenRate));

    /// <summary>The rate as it is written, 0.01 and not 0.009999999776: schedules count in double precision, and say what they count with.</summary>
    private double WrittenRate => Math.Min(double.Parse(Invariant($"{LearningRate}"), CultureInfo.InvariantCulture), float.MaxValue);

    private static int AtLeastOne(int value, string property, string reason) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}. {reason}: set it to 1 or more."));
}
