using static System.FormattableString;

namespace GraphGen;

/// <summary>What was measured in one epoch of a <see cref="GanTrainer"/>. Neither loss says how good the samples are: look at these, and measure them.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="GeneratorLoss">The mean over the generator's steps of <c>-log D(G(z))</c>, in nats; 0.69 where the discriminator cannot tell. NaN for no step.</param>
/// <param name="DiscriminatorLoss">The mean over the discriminator's steps of its cross-entropy, in nats; 0.69 where it cannot tell.</param>
/// <param name="RealAccuracy">The share of real rows that the discriminator takes for real after the epoch, in [0, 1], measured on at most 1,024.</param>
/// <param name="GeneratedAccuracy">The share of as many generated rows that it takes for generated, in [0, 1]. Both are near 0.5 where it cannot tell.</param>
/// <param name="Elapsed">Time since the training began.</param>
public sealed record GanEpoch(int Epoch, float GeneratorLoss, float DiscriminatorLoss, float RealAccuracy, float GeneratedAccuracy, TimeSpan Elapsed)
{
    /// <summary>The numbers as a line of text, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"epoch {Epoch}: generator loss {GeneratorLoss:F4}, discriminator loss {DiscriminatorLoss:F4}, right on real rows {RealAccuracy:P0}, on generated ones {GeneratedAccuracy:P0}");
}
