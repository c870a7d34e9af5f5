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
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="resumeFrom">A file that <see cref="Checkpoint"/> wrote during a fit like this one; null for a new fit.</param>
    /// <returns>The record of every epoch.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data or the options do not fit the network or each other.</exception>
    /// <exception cref="InvalidOperationException">
    /// The schedule ends with a warm-up, every layer rests, or the network is being fitted already, by another thread or by the fit whose callback this is
    /// called from.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss or a parameter became NaN or infinite; the network holds the last good parameters.
    /// </exception>
    /// <exception cref="OutputFileException">A callback's file cannot be written.</exception>
    /// <exception cref="FileNotFoundException">There is no file to resume from.</exception>
    /// <exception cref="InvalidDataException">The file to resume from is damaged, or holds no fit.</exception>
    /// <exception cref="CheckpointMismatchException">The file to resume from is that of another network, other data or other options.</exception>
    /// <exception cref="OverfitException">The network cannot learn one mini-batch by heart, and that was to be checked.</exception>
    public static History Fit(INetwork network, Dataset train, FitOptions? options = null, string? resumeFrom = null)
    {
        var plan = FitPlan.Of(network, train, options ?? new FitOptions());
        if (resumeFrom is null)
        {
            // A file says which layers rest.
            Guard.SomethingToTrain(network);
        }

        using NetworkMemory.FitClaim claim = network.Memory.BeginFit();
        return FitClaimed(plan, resumeFrom);
    }

    /// <summary>The fit of a network that has been claimed for it.</summary>
    internal static History FitClaimed(FitPlan plan, string? resumeFrom)
    {
        if (plan.Options.OverfitOneBatch && resumeFrom is not null)
        {
            throw Guard.Invalid(nameof(resumeFrom), $"The check of a mini-batch begins anew", $"leave out OverfitOneBatch or resumeFrom");
        }

        using var run = new FitRun(plan, resumeFrom is null ? null : StoredFit.Read(resumeFrom, plan));
        return run.Run();
    }

    /// <summary>Evaluates a network of softmax cross-entropy, in inference mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data do not fit the network, or its predictions for them are more than an array holds.</exception>
    public static ClassificationEvaluation EvaluateClassification(INetwork network, Dataset data)
    {
        (float[] predictions, EvaluationSummary summary) = Predict(network, data);
        return new ClassificationEvaluation(network.Info, data, predictions, summary);
    }

    /// <summary>Evaluates a network of binary cross-entropy with one output, in inference mode.</summary>
    /// <inheritdoc cref="EvaluateClassification"/>
    public static BinaryEvaluation EvaluateBinary(INetwork network, Dataset data)
    {
        (float[] predictions, EvaluationSummary summary) = Predict(network, data);
        return new BinaryEvaluation(network.Info, data, predictions, summary);
    }

    /// <summary>Evaluates a network of binary cross-entropy with several outputs, in inference mode.</summary>
    /// <inheritdoc cref="EvaluateClassification"/>
    public static MultiLabelEvaluation EvaluateMultiLabel(INetwork network, Dataset data)
    {
        (float[] predictions, EvaluationSummary summary) = Predict(network, data);
        return new MultiLabelEvaluation(network.Info, data, predictions, summary);
    }

    /// <summary>Evaluates a regression, in inference mode.</summary>
    /// <inheritdoc cref="EvaluateClassification"/>
    public static RegressionEvaluation EvaluateRegression(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        data = data?.For(network.Info)!;
        (float[] predictions, EvaluationSummary summary) = Predict(network, data);
        return new RegressionEvaluation(network.Info, data, predictions, summary);
    }

    /// <summary>Predicts all rows.</summary>
    private static (float[] Predictions, EvaluationSummary Summary) Predict(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        Guard.Dataset(data, network.Info, nameof(data));
        Guard.RowWeights(data, network.Info, nameof(data));
        var evaluator = new Evaluator(network, data);
        EvaluationSummary summary = evaluator.Run();
        return (evaluator.Predictions.ToArray(), summary);
    }
}
