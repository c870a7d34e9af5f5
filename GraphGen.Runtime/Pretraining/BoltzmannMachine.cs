using System.Buffers;
using GraphGen.Execution;
using GraphGen.Numerics;

namespace GraphGen;

/// <summary>
/// What a restricted Boltzmann machine says of rows, and the rows that it makes up itself. Nothing here changes the machine; it must not be
/// trained meanwhile: chains would follow now the old parameters, now the new ones.
/// </summary>
public static class BoltzmannMachine
{
    /// <summary>Rows whose chains run side by side.</summary>
    private const int Chunk = 256;

    // Initial weights and orders of rows take the streams below: with the same seed, nothing here must repeat their numbers.
    private const ulong FirstChainStream = 1UL << 46;
    private const ulong TurnedUnitsStream = 1UL << 47;
    private const ulong BeginningsStream = TurnedUnitsStream + 1;

    /// <summary>
    /// The free energy of each row, <c>F(v) = -a·v - sum over hidden units of log(1 + exp(z))</c> with <c>z = v W + b</c>; Gaussian visible units have
    /// <c>|v - a|^2 / 2</c> in the place of <c>-a·v</c>. The lower, the likelier: <c>p(v) = exp(-F(v)) / Z</c>. Since Z is not known, only differences
    /// mean something, such as that of training and validation rows, which grows where a machine overfits.
    /// Source: Hinton, "A Practical Guide to Training Restricted Boltzmann Machines", 2010, sections 6 and 16.1.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="inputs">Rows of visible units, row-major.</param>
    /// <param name="energies">Receives one number for each row.</param>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows or none, or there is not one energy for each.</exception>
    public static void FreeEnergy(this IBoltzmannMachine machine, ReadOnlySpan<float> inputs, Span<double> energies)
    {
        ArgumentNullException.ThrowIfNull(machine);
        int rows = Guard.Rows(inputs.Length, machine.Info.InputSize, nameof(inputs));
        Guard.Length(energies.Length, rows, nameof(energies));
        using var energy = new FreeEnergy(machine);
        for (int row = 0; row < rows; row++)
        {
            energies[row] = energy.Of(inputs.Slice(row * machine.Info.InputSize, machine.Info.InputSize));
        }
    }

    /// <summary>
    /// How well a machine with Bernoulli units tells each visible unit from the others of its row: the mean over the rows of
    /// <c>n log p(v_i | the other units) = n log sigmoid(F(v with unit i turned) - F(v))</c>, with n visible units and one unit i drawn for each row. At most 0, and
    /// <c>-n log 2</c> for a machine that knows nothing.
    /// Source: Besag, "Statistical Analysis of Non-Lattice Data", 1975; one unit drawn for each row as in scikit-learn's <c>BernoulliRBM</c>.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="inputs">Rows of visible units in [0, 1], row-major, at least one.</param>
    /// <param name="seed">Decides which units are turned: the same seed gives the same number.</param>
    /// <returns>The mean, in nats a row.</returns>
    /// <exception cref="ArgumentException">The inputs are no whole number of rows, or none.</exception>
    /// <exception cref="NotSupportedException">The visible units are Gaussian, of which none can be turned.</exception>
    public static double PseudoLikelihood(this IBoltzmannMachine machine, ReadOnlySpan<float> inputs, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(machine);
        int units = machine.Info.InputSize, rows = Guard.Rows(inputs.Length, units, nameof(inputs));
        if (machine.VisibleUnits != VisibleUnits.Bernoulli)
        {
            throw new NotSupportedException($"The visible units of {machine.Info.Name} are Gaussian and cannot be turned: compare free energies or reconstructions instead.");
        }

        using var energy = new FreeEnergy(machine);
        var random = new CounterRandom(seed, TurnedUnitsStream);
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double rise = energy.OfTurning(inputs.Slice(row * units, units), random.NextInt(units));
            sum -= units * Softplus.Of(-rise);
        }

        return sum / rows;
    }

    /// <summary>
    /// Lets a Gibbs chain begin at each row and go on for some steps: hidden units are drawn from visible ones, then visible ones from these. Long
    /// chains forget where they began.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="visible">Rows of visible units, row-major: where the chains begin, and then where they end.</param>
    /// <param name="steps">Steps of each chain, at least 0.</param>
    /// <param name="seed">Decides all draws. A row's chain depends on the seed and the row's number, not on how many rows there are.</param>
    /// <exception cref="ArgumentException">The rows are no whole number, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 steps.</exception>
    public static void Sample(this IBoltzmannMachine machine, Span<float> visible, int steps, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        int units = machine.Info.InputSize, rows = Guard.Rows(visible.Length, units, nameof(visible));
        float[] rented = ArrayPool<float>.Shared.Rent(Math.Min(rows, Chunk) * machine.CodeSize);
        var chains = new CounterRandom[Math.Min(rows, Chunk)];
        for (int start = 0; start < rows; start += Chunk)
        {
            int count = Math.Min(Chunk, rows - start);
            Span<float> part = visible.Slice(start * units, count * units), hidden = rented.AsSpan(0, count * machine.CodeSize);
            for (int row = 0; row < count; row++)
            {
                chains[row] = new CounterRandom(seed, FirstChainStream + (uint)(start + row));
            }

            for (int step = 0; step < steps; step++)
            {
                machine.Encode(part, hidden);
                Draw(hidden, chains.AsSpan(0, count), VisibleUnits.Bernoulli);
                machine.Decode(hidden, part);
                Draw(part, chains.AsSpan(0, count), machine.VisibleUnits);
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>
    /// Rows that the machine makes up: the ends of Gibbs chains that begin at fair coins, or at standard normal numbers for Gaussian visible units.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="count">Rows, at least 0.</param>
    /// <param name="steps">Steps of each chain, at least 0: a thousand is not many.</param>
    /// <param name="seed">Decides all draws: the same seed gives the same rows.</param>
    /// <returns>The visible units, row-major.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0, or the rows are more than an array holds.</exception>
    public static float[] Sample(this IBoltzmannMachine machine, int count, int steps, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / machine.Info.InputSize);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (count == 0)
        {
            return [];
        }

        float[] visible = new float[count * machine.Info.InputSize];
        visible.AsSpan().Fill(machine.VisibleUnits == VisibleUnits.Bernoulli ? 0.5f : 0);

        CounterRandom[] beginnings = [new CounterRandom(seed, BeginningsStream)];
        Draw(visible, beginnings, machine.VisibleUnits);
        machine.Sample(visible, steps, seed);
        return visible;
    }

    /// <summary>Draws units around their probabilities or means, an equal number for each of the generators.</summary>
    private static void Draw(Span<float> means, Span<CounterRandom> chains, VisibleUnits units)
    {
        int width = means.Length / chains.Length;
        for (int row = 0; row < chains.Length; row++)
        {
            ref CounterRandom random = ref chains[row];
            foreach (ref float mean in means.Slice(row * width, width))
            {
                mean = units == VisibleUnits.Gaussian ? mean + (float)random.NextNormal() : random.NextDouble() < mean ? 1 : 0;
            }
        }
    }
}
