using static System.FormattableString;

namespace GraphGen;

/// <summary>How <see cref="LearningRateFinder"/> searches. Every property checks its value at once.</summary>
public sealed record LearningRateFinderOptions
{
    /// <summary>The rate of the first step, finite and above 0; default 1e-6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Lowest
    {
        get;
        init => field = Rate(value, nameof(Lowest));
    } = 1e-6f;

    /// <summary>The rate of the last step, finite and above <see cref="Lowest"/>; default 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Highest
    {
        get;
        init => field = Rate(value, nameof(Highest));
    } = 10;

    /// <summary>
    /// Steps from the lowest to the highest rate, at least 10; default 140, which is 20 for each factor of ten between the default rates.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 10.</exception>
    public int Steps
    {
        get;
        init => field = AtLeast(value, 10, nameof(Steps), "A curve of fewer points has no slope to go by");
    } = 140;

    /// <summary>Rows in a mini-batch, at least 1; default 32. The rate that is found suits mini-batches of that size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get;
        init => field = AtLeast(value, 1, nameof(BatchSize), "Each step needs a row to learn from");
    } = 32;

    /// <summary>
    /// The share of the old average in the moving average that smooths the losses, in [0, 1); default 0.9. More makes the curve smoother
    /// and later.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double Smoothing
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Smoothing), Invariant($"Smoothing is {value}: it must be in [0, 1)."));
    } = 0.9;

    /// <summary>The seed of the order in which rows are taken; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The numbers as text, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"LearningRateFinderOptions {{ Lowest = {Lowest}, Highest = {Highest}, Steps = {Steps}, BatchSize = {BatchSize}, Smoothing = {Smoothing}, Seed = {Seed} }}");

    private static float Rate(float value, string property) => value > 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}: a rate that can be multiplied is finite and above 0."));

    private static int AtLeast(int value, int least, string property, string reason) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(property, Invariant($"{property} is {value}. {reason}: set it to {least} or more."));
}
