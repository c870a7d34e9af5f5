using static System.FormattableString;

namespace GraphGen;

/// <summary>How to train a generator against a discriminator. Every property checks its value at once.</summary>
public sealed record GanOptions
{
    /// <summary>How often to go through the real rows, at least 1; default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value, nameof(Epochs));
    } = 1;

    /// <summary>
    /// Real rows in a mini-batch, at least 1; default 64. As many rows are generated; the discriminator learns from both together, the generator from those
    /// that were generated. The last mini-batch of an epoch holds the rest.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeastOne(value, nameof(BatchSize));
    } = 64;

    /// <summary>The generator's learning rate where it has no schedule, finite and at least 0; default 0.0001, which is for Adam.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float GeneratorRate
    {
        get;
        init => field = Rate(value, nameof(GeneratorRate));
    } = 1e-4f;

    /// <summary>
    /// The discriminator's learning rate where it has no schedule, finite and at least 0; default 0.0004. Rates of their own for both, the discriminator's
    /// the higher one: Heusel et al., "GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash Equilibrium", 2017; the defaults are those of
    /// Zhang et al., "Self-Attention Generative Adversarial Networks", 2018.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float DiscriminatorRate
    {
        get;
        init => field = Rate(value, nameof(DiscriminatorRate));
    } = 4e-4f;

    /// <summary>How the generator's rate goes, instead of <see cref="GeneratorRate"/>; null (the default) for a constant rate. Its steps are mini-batches.</summary>
    public LearningRateSchedule? GeneratorSchedule { get; init; }

    /// <summary>How the discriminator's rate goes, instead of <see cref="DiscriminatorRate"/>; null (the default) for a constant rate.</summary>
    public LearningRateSchedule? DiscriminatorSchedule { get; init; }

    /// <summary>Steps of the discriminator for each step of the generator, at least 1; default 1. Each takes a mini-batch of its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int DiscriminatorSteps
    {
        get;
        init => field = AtLeastOne(value, nameof(DiscriminatorSteps));
    } = 1;

    /// <summary>
    /// What the discriminator is to say of real rows, in (0, 1]; default 1. One-sided label smoothing is 0.9: generated rows remain at 0.
    /// Source: Salimans et al., "Improved Techniques for Training GANs", 2016.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1] or NaN.</exception>
    public float RealTarget
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RealTarget), Invariant($"RealTarget is {value}. It is a probability: set it to 1, or to 0.9 to smooth."));
    } = 1;

    /// <summary>The seed of the noise and of the order of the rows; default 0. Equal trainings go alike.</summary>
    public ulong Seed { get; init; }

    /// <summary>Where each epoch is reported when it has ended; null (the default) for nowhere. Called on the training thread.</summary>
    public IProgress<GanEpoch>? Progress { get; init; }

    /// <summary>Ends the training after the present mini-batch: both networks are what it left.</summary>
    public CancellationToken CancellationToken { get; init; }

    private static float Rate(float value, string property) => value >= 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}: set it to a finite number, at least 0."));

    private static int AtLeastOne(int value, string property) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}: set it to 1 or more."));
}
