using GraphGen.Model;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Usage;

/// <summary>
/// The learning rates that an optimizer works with. The limits lie an order of magnitude or more beyond what papers and frameworks use:
/// Bengio, Practical recommendations for gradient-based training of deep architectures, 2012, section 3.1.1, for gradient descent; Goyal
/// and others, Accurate, large minibatch SGD, 2017, for its highest; Kingma and Ba, Adam, 2015, and the defaults of Keras and PyTorch for
/// the others.
/// </summary>
/// <param name="Optimizer">How messages name the optimizer.</param>
/// <param name="Highest">The rate from which on it cannot be expected to train.</param>
/// <param name="Usual">The rates that are usual.</param>
internal sealed record RateRange(string Optimizer, double Highest, string Usual)
{
    /// <summary>A weight of a usual size hardly changes by such steps: single precision has no digits left for them.</summary>
    private const double Lowest = 1e-7;

    /// <summary>The range of the optimizer of <paramref name="network"/>.</summary>
    public static RateRange Of(UsedNetwork network, CancellationToken cancellation)
    {
        AttributeKind[] kinds = [.. network.Type.GetAttributes().Select(KindOf).OfType<AttributeKind>()];
        AttributeKind? optimizer = kinds.Where(AttributeKinds.IsOptimizer).Select(kind => (AttributeKind?)kind).FirstOrDefault()
            ?? (kinds.Contains(AttributeKind.Preset) ? OfPreset(network.Type, cancellation) : AttributeKind.Sgd);
        RateRange range = Of(optimizer);

        // Where gradients are limited the rate is one by that limit, which may be as small as one likes.
        bool isClipped = kinds.Contains(AttributeKind.ClipGradientValue) || kinds.Contains(AttributeKind.ClipGradientNorm);
        return isClipped && !IsAdaptive(optimizer) ? range with { Highest = float.MaxValue } : range;
    }

    /// <summary>What is wrong with <paramref name="rate"/>; null where nothing is. A rate of 0 is a way to say that nothing is to change.</summary>
    /// <remarks>Compared in single precision, in which steps are made: 0.1f is no more than 0.1.</remarks>
    public string? ProblemOf(double rate) =>
        !(rate >= 0) || double.IsInfinity(rate) ? "impossible"
        : (float)rate > (float)Highest ? $"too high for {Optimizer}"
        : rate > 0 && (float)rate < (float)Lowest ? $"too low for {Optimizer}"
        : null;

    private static RateRange Of(AttributeKind? optimizer) => optimizer switch
    {
        null => new("any optimizer", 10, "0.0001 to 1"),
        AttributeKind.AdaGrad => new("[AdaGrad]", 1, "0.001 to 0.1"),
        _ when IsAdaptive(optimizer) => new($"[{optimizer}]", 0.1, "0.0001 to 0.01"),
        _ => new($"[{optimizer}]", 10, "0.001 to 1"),
    };

    private static bool IsAdaptive(AttributeKind? optimizer) => optimizer is >= AttributeKind.AdaGrad and <= AttributeKind.Nadam;

    /// <summary>The optimizer that the preset chose; null where the class is not from source, so that its preset cannot be looked into.</summary>
    private static AttributeKind? OfPreset(INamedTypeSymbol type, CancellationToken cancellation) =>
        Validator.Check(DeclarationReader.Read(type, cancellation)).Network?.Optimizer switch
        {
            AdamSpec => AttributeKind.AdamW,
            MomentumSpec { Nesterov: true } => AttributeKind.Nag,
            _ => null,
        };

    private static AttributeKind? KindOf(AttributeData data) =>
        UsedNetwork.IsOurs(data.AttributeClass, data.AttributeClass?.Name ?? "") && AttributeKinds.TryParse(data.AttributeClass!.Name, out AttributeKind kind)
            ? kind
            : null;
}
