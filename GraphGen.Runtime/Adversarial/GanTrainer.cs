using GraphGen.Execution;

namespace GraphGen;

/// <summary>
/// Trains a generator G to make rows that a discriminator D takes for real ones, and D to tell them apart, by turns. D learns the cross-entropy of real rows
/// against 1 (or <see cref="GanOptions.RealTarget"/>) and generated ones against 0; G descends the non-saturating loss <c>-log D(G(z))</c> for normally
/// distributed noise z, along its gradient through D, of which nothing changes then. Both keep optimizers and learning rates of their own.
/// <code>
/// [Input(8)] [Dense(64, Act.Relu)] [Dense(2)] [ExternalLoss] [Adam(0.5)]
/// public partial class Painter;
///
/// [Input(2)] [Dense(64, Act.LeakyRelu)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] [Adam(0.5)]
/// public partial class Critic;
///
/// var history = new GanTrainer(new Painter(1), new Critic(2)).Train(rows, new GanOptions { Epochs = 100 });
/// </code>
/// Source: Goodfellow et al., "Generative Adversarial Nets", 2014; Goodfellow, "NIPS 2016 Tutorial: Generative Adversarial Networks", section 3.2.3.
/// </summary>
public sealed class GanTrainer
{
    /// <summary>Makes ready. Changes nothing.</summary>
    /// <param name="generator">Turns rows of noise into rows such as the data hold.</param>
    /// <param name="discriminator">Says of rows whether they are real.</param>
    /// <exception cref="ArgumentException">The generator makes other rows than the discriminator takes.</exception>
    public GanTrainer(IGenerator generator, IDiscriminator discriminator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        if (generator.Info.OutputSize != discriminator.Info.InputSize)
        {
            throw Guard.Invalid(
                nameof(discriminator),
                $"{discriminator.Info.Name} takes rows of {discriminator.Info.InputSize}, but {generator.Info.Name} makes rows of {generator.Info.OutputSize}",
                $"give the last [Dense] of {generator.Info.Name} {discriminator.Info.InputSize} units, or declare {discriminator.Info.Name} with [Input({generator.Info.OutputSize})]");
        }

        Generator = generator;
        Discriminator = discriminator;
    }

    /// <summary>What makes rows.</summary>
    public IGenerator Generator { get; }

    /// <summary>What judges them.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>
    /// Trains both, by mini-batches of the real rows in an order that is new in each epoch. Allocates nothing after its first mini-batch but the epochs' records.
    /// A second call goes on with both networks as they are; give it another seed, or the same noise comes again. Networks with <c>[AverageWeights]</c> are left with the
    /// parameters of their last step, since another call goes on from these: <c>SwapAverages</c> brings the averages, which are often the better generator.
    /// </summary>
    /// <param name="data">The real rows, best scaled to the range of the generator's outputs; labels, targets and weights are passed over.</param>
    /// <param name="options">Epochs, batch size, rates and so on; null for the defaults.</param>
    /// <returns>What was measured in each epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The data do not fit the discriminator or hold numbers that are not finite, or a mini-batch is more than an array holds; nothing has changed.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// All layers of a network rest, its parameters are exchanged with their averages, a schedule ends with a warm-up, or the network is being fitted already; nothing
    /// has changed.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A loss or a parameter became NaN or infinite: both networks are what they were when the epoch began.</exception>
    public IReadOnlyList<GanEpoch> Train(Dataset data, GanOptions? options = null)
    {
        options ??= new GanOptions();
        Guard.Inputs(data, Discriminator.Info, nameof(data));
        foreach (INetwork network in (INetwork[])[Generator, Discriminator])
        {
            Guard.SomethingToTrain(network);
            network.Memory.RequireOwnParameters();
        }

        using NetworkMemory.FitClaim generatorClaim = Generator.Memory.BeginFit();
        using NetworkMemory.FitClaim discriminatorClaim = Discriminator.Memory.BeginFit();
        return new GanRun(Generator, Discriminator, data, options).Run();
    }

    /// <summary>Generates rows from noise, in inference mode.</summary>
    /// <param name="rows">Receives whole rows, as many as fit.</param>
    /// <param name="seed">Of the noise: the same seed gives the same rows.</param>
    /// <exception cref="ArgumentException">The length is no whole number of rows, or 0, or the noise for them is more than an array holds.</exception>
    public void Sample(Span<float> rows, ulong seed = 0)
    {
        int count = Guard.Rows(rows.Length, Generator.Info.OutputSize, nameof(rows));
        if ((long)count * Generator.Info.InputSize > Array.MaxLength)
        {
            throw Guard.Invalid(nameof(rows), $"The noise for {count} rows is more than an array holds", $"sample fewer rows at a time, each time with another seed");
        }

        float[] noise = new float[count * Generator.Info.InputSize];
        LatentNoise.Fill(noise, seed, LatentNoise.SampleStream);
        Generator.Predict(noise, rows);
    }
}
