using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Searches for a learning rate: trains for some steps while the rate grows from very small to far too large, and looks where the loss
/// falls fastest (Smith, "Cyclical learning rates for training neural networks", 2015 and 2017, section 3.3; lecture notes,
/// learning-rate schedules). The network is left as it was, to the bit.
/// </summary>
public static class LearningRateFinder
{
    /// <summary>The search ends where the smoothed loss is this many times the lowest so far.</summary>
    private const double Exploded = 4;

    /// <summary>Runs the search. The rate of step i of n is <c>lowest (highest / lowest)^(i / (n - 1))</c>.</summary>
    /// <param name="network">A generated network, as it is before training.</param>
    /// <param name="train">The training data.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <returns>The losses over the rates, and what rate they suggest.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, or the highest rate is not above the lowest.</exception>
    /// <exception cref="InvalidOperationException">
    /// The loss left all bounds in the first three steps, so that there is no curve to go by; every layer rests; or another thread trains the network.
    /// </exception>
    public static LearningRateCurve Find(INetwork network, Dataset train, LearningRateFinderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new LearningRateFinderOptions();
        Guard.OwnLoss(network.Info, nameof(network));
        Guard.Dataset(train, network.Info, nameof(train));
        Guard.RowWeights(train, network.Info, nameof(train));
        Guard.SomethingToTrain(network);
        if (options.Highest <= options.Lowest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), Invariant($"Highest is {options.Highest}, not above Lowest, which is {options.Lowest}: the rate is to grow."));
        }

        var before = new TrainingSnapshot(network);
        int steps = 0;
        try
        {
            return Search(network, train, options, ref steps);
        }
        finally
        {
            // A first step is refused while another thread trains the network: what that has learned is not ours to undo.
            if (steps > 0)
            {
                before.Restore();
            }
        }
    }

    /// <summary>Makes the steps, and counts them in <paramref name="step"/>.</summary>
    private static LearningRateCurve Search(INetwork network, Dataset train, LearningRateFinderOptions options, ref int step)
    {
        int batchSize = Math.Min(options.BatchSize, train.Count);
        network.EnsureCapacity(batchSize);
        var batches = new ShuffledBatches(train, batchSize, options.Seed);
        var rates = new List<float>();
        var losses = new List<float>();
        var smoothed = new List<float>();
        double average = 0;
        double lowest = double.PositiveInfinity;
        while (step < options.Steps)
        {
            if (step % batches.Count == 0)
            {
                batches.Begin((step / batches.Count) + 1);
            }

            float rate = (float)(options.Lowest * Math.Pow((double)options.Highest / options.Lowest, (double)step / (options.Steps - 1)));
            MiniBatch batch = batches.Next();
            float loss = network.TrainStep(batch.Data, batch.Rows, rate);
            step++;
            average = (options.Smoothing * average) + ((1 - options.Smoothing) * loss);
            double unbiased = average / (1 - Math.Pow(options.Smoothing, step));
            if (!float.IsFinite((float)unbiased) || unbiased > Exploded * lowest)
            {
                break;
            }

            lowest = Math.Min(lowest, unbiased);
            rates.Add(rate);
            losses.Add(loss);
            smoothed.Add((float)unbiased);
        }

        // Rounded before it is rounded up: 1 / (1 - 0.9) comes out above 10.
        double memory = Math.Round(1 / (1 - options.Smoothing), digits: 6);
        return rates.Count >= 3
            ? new LearningRateCurve([.. rates], [.. losses], [.. smoothed], unsettled: (int)Math.Min(options.Steps, Math.Ceiling(memory)))
            : throw new InvalidOperationException(Invariant(
                $"The loss left all bounds after {rates.Count} step{(rates.Count == 1 ? "" : "s")}, at a rate near {options.Lowest}: ")
                + "set Lowest to a smaller rate, or look for what makes the loss so large.");
    }
}
