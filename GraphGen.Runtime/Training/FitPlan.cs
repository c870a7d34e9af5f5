namespace GraphGen.Execution;

/// <summary>What a fit works on, checked: a network, the rows to train on and to validate with, and how.</summary>
/// <param name="Network">The network.</param>
/// <param name="Train">The training data, without what is set apart for validation.</param>
/// <param name="Validation">The validation data; null for none.</param>
/// <param name="Options">How to train.</param>
internal sealed record FitPlan(INetwork Network, Dataset Train, Dataset? Validation, FitOptions Options)
{
    /// <summary>Rows of a mini-batch.</summary>
    public int BatchSize => Math.Min(Options.BatchSize, Train.Count);

    /// <summary>Mini-batches in an epoch.</summary>
    public int Batches => ((Train.Count - 1) / BatchSize) + 1;

    /// <summary>Checks the data and the options against the network and each other, and sets rows apart where that is wanted.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public static FitPlan Of(INetwork network, Dataset train, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        train = train.For(network.Info);
        Guard.Fit(network, train, options);
        Dataset? validation = options.OverfitOneBatch ? null : options.Validation?.For(network.Info);
        if (options.ValidationFraction > 0 && !options.OverfitOneBatch)
        {
            (train, validation) = train.Split(1 - options.ValidationFraction, options.Seed, stratified: train.HasLabels);
        }

        if (options.DryRun && validation is not null)
        {
            validation = validation[..Math.Min(options.BatchSize, validation.Count)];
        }

        return new FitPlan(network, train, validation, options);
    }

    /// <summary>Begins the run through the learning rates.</summary>
    /// <exception cref="InvalidOperationException">The schedule ends with a warm-up.</exception>
    public ScheduleRun StartSchedule() => Options.ScheduleFor(Network.Info).Start(Batches, Options.Epochs);

    /// <summary>The training data with the weights of their classes.</summary>
    /// <exception cref="ArgumentException">No row has a weight above 0.</exception>
    public Dataset WeightedRows() => Options.ClassWeights is { } weights ? Train.WithClassWeights(weights) : Train;

    /// <summary>
    /// Finds out all that would stop the fit before its first step, for a fit that is to follow others: those have then not been in vain. Changes nothing.
    /// </summary>
    /// <returns>Whether a callback writes a file of which the next fit's would take the place.</returns>
    /// <exception cref="ArgumentException">A metric or a callback does not fit, or no row has a weight above 0.</exception>
    /// <exception cref="InvalidOperationException">The schedule ends with a warm-up.</exception>
    /// <exception cref="OutputFileException">A callback's file cannot be written.</exception>
    public bool Check()
    {
        _ = StartSchedule();
        _ = WeightedRows();
        foreach (Metric metric in Validation is null ? [] : Options.Metrics)
        {
            _ = metric.Start(Network.Info, Validation!);
        }

        var run = new TrainingRun(this, Options.DryRun ? 1 : Batches, validator: null) { Epoch = 1, RateFactor = Options.RateFactor };
        foreach (ITrainingCallback callback in Options.OverfitOneBatch ? [] : Options.Callbacks)
        {
            callback.Check(run);
        }

        return run.ReservesFiles;
    }
}
