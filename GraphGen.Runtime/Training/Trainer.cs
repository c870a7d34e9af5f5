using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>What a generated network's <c>Fit</c> and <c>Evaluate</c> do, whatever was declared.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trainer
{
    /// <summary>
    /// Trains <paramref name="network"/> by mini-batches in an order shuffled anew for each epoch. Everything is checked before the
    /// first step; an epoch allocates nothing but its record. Where the network averages its parameters, it is validated with the
    /// averages and ends with them.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="train">The training data.</param>
    /// <param name="options">How to train.</param>
    /// <returns>The record of every epoch.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data or the options do not fit the network or each other.</exception>
    /// <exception cref="InvalidOperationException">The schedule ends with a warm-up.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a parameter became NaN or infinite; the network holds the last good parameters.
    /// </exception>
    public static History Fit(INetwork network, Dataset train, FitOptions options)
    {
        Guard.Fit(network, train, options);
        using var run = new FitRun(network, train, options);
        return run.Run();
    }

    /// <summary>The mean loss and the accuracy of <paramref name="network"/> on <paramref name="data"/>, in inference mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network.</exception>
    public static Evaluation Evaluate(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        Guard.Dataset(data, network.Info, nameof(data));
        Guard.RowWeights(data, network.Info, nameof(data));
        return new Evaluator(network, data).Run();
    }
}
