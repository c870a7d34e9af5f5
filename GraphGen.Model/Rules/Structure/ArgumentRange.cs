namespace GraphGen.Model;

/// <summary>The values that an argument may take, and how a message names them.</summary>
/// <param name="Description">The end of the sentence "it must be ...".</param>
/// <param name="Contains">Whether a value, a boxed number, is one of them.</param>
internal sealed record ArgumentRange(string Description, Func<object?, bool> Contains)
{
    /// <summary>
    /// Widths beyond this are mistakes: the weights between two such layers alone would take 16 GiB.
    /// Below it every offset in a layer fits an <see cref="int"/>.
    /// </summary>
    public const int LargestWidth = 65_536;

    /// <summary>More mini-batches for one step than an epoch of a billion rows has in batches of a thousand.</summary>
    private const int MostBatches = 1 << 20;

    /// <summary>Every step is emitted; who needs longer chains needs them to go on from step to step.</summary>
    private const int MostChainSteps = 64;

    /// <summary>More chains than rows in a batch have nothing to do; with the widest layer their states are 1 GiB.</summary>
    private const int MostChains = 4096;

    /// <summary>A number of features or units.</summary>
    public static readonly ArgumentRange Width =
        new("a whole number from 1 to " + Text.Count(LargestWidth), value => value is int and >= 1 and <= LargestWidth);

    /// <summary>A number of mini-batches.</summary>
    public static readonly ArgumentRange Batches =
        new("a whole number from 1 to " + Text.Count(MostBatches), value => value is int and >= 1 and <= MostBatches);

    /// <summary>A number of steps of a Gibbs chain.</summary>
    public static readonly ArgumentRange ChainSteps =
        new("a whole number from 1 to " + Text.Count(MostChainSteps), value => value is int and >= 1 and <= MostChainSteps);

    /// <summary>A number of chains that go on from step to step.</summary>
    public static readonly ArgumentRange Chains =
        new("a whole number from 0 to " + Text.Count(MostChains), value => value is int and >= 0 and <= MostChains);

    /// <summary>
    /// A share that never reaches the whole. Rounded first, because the emitted code divides by what single precision leaves of the rest.
    /// </summary>
    public static readonly ArgumentRange Fraction = Single("at least 0 and below 1", value => value is >= 0f and < 1f);

    /// <summary>A share that is neither nothing nor the whole.</summary>
    public static readonly ArgumentRange ProperFraction = Single("above 0 and below 1", value => value is > 0f and < 1f);

    /// <summary>A penalty, a limit or a scale.</summary>
    public static readonly ArgumentRange NotNegative = Single("a finite number, 0 or more", value => value >= 0f);

    /// <summary>
    /// What divides, multiplies or keeps a denominator from zero. Smaller numbers would vanish when the emitted code scales them.
    /// </summary>
    public static readonly ArgumentRange Positive = Single("a finite number of at least 1e-30", value => value >= 1e-30f);

    /// <summary>Any number.</summary>
    public static readonly ArgumentRange Finite = Single("a finite number", value => !float.IsNaN(value));

    /// <summary>The members of an enum.</summary>
    public static ArgumentRange MembersOf<TEnum>()
        where TEnum : struct, Enum =>
        new("a member of " + typeof(TEnum).Name, value => value is int number && Enum.IsDefined(typeof(TEnum), number));

    /// <summary>The highest slope for negative inputs, where <paramref name="alpha"/> is the lowest.</summary>
    public static ArgumentRange SlopeFrom(double alpha) =>
        Single($"at least Alpha, which is {Text.Number(alpha)}, and below 1", value => value >= (float)alpha && value < 1f);

    /// <summary>The lowest slope for negative inputs, where <paramref name="upperAlpha"/> is the highest.</summary>
    public static ArgumentRange SlopeUpTo(double upperAlpha) =>
        Single($"at least 0 and at most UpperAlpha, which is {Text.Number(upperAlpha)},", value => value >= 0f && value <= (float)upperAlpha);

    /// <summary>The same values, where they depend on what <paramref name="choice"/> names.</summary>
    public ArgumentRange With(string choice) => this with { Description = Description + " with " + choice };

    private static ArgumentRange Single(string text, Func<float, bool> contains) =>
        new(text + " in single precision", value => value is double number && !float.IsInfinity((float)number) && contains((float)number));
}
