using System.Diagnostics;

namespace GraphGen.Execution;

/// <summary>
/// One fit, whose arguments have been checked: its buffers are allocated here, and an epoch allocates nothing but its record.
/// </summary>
internal sealed class FitRun : IDisposable
{
    private readonly INetwork _network;
    private readonly FitOptions _options;
    private readonly int _rows;
    private readonly IBatchSource _batches;
    private readonly ScheduleRun _schedule;
    private readonly Rewinder _rewinder;
    private readonly Validator? _validator;
    private readonly EarlyStoppingWatch? _stopping;

    public FitRun(INetwork network, Dataset train, FitOptions options)
    {
        _network = network;
        _options = options;
        _rows = train.Count;
        int batchSize = Math.Min(options.BatchSize, train.Count);
        _schedule = StartSchedule(network.Info, options, ((train.Count - 1) / batchSize) + 1);
        network.EnsureCapacity(batchSize);
        _validator = options.Validation is null ? null : new Validator(network, options.Validation);
        _stopping = options.EarlyStopping is null ? null : new EarlyStoppingWatch(options.EarlyStopping, network);
        Dataset rows = options.ClassWeights is { } weights ? train.WithClassWeights(weights) : train;
        _batches = options.Augmentation is { } augmentation
            ? new DistortedBatches(rows, augmentation, batchSize, options.Seed)
            : new ShuffledBatches(rows, batchSize, options.Seed);
        _rewinder = new Rewinder(network, _batches);
    }

    /// <summary>Runs the epochs.</summary>
    /// <exception cref="TrainingDivergedException">A loss or a parameter is not finite.</exception>
    public History Run()
    {
        var records = new List<EpochRecord>(Math.Min(_options.Epochs, 1024));
        bool stops = false;
        int epoch = _options.FirstEpoch;
        for (; epoch <= _options.Epochs && !stops; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            (float loss, float accuracy, float rate) = RunEpoch(epoch);
            double seconds = Math.Max(1, Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency;
            Evaluation? evaluation = _validator?.Run();
            if (evaluation is { } result)
            {
                if (!float.IsFinite(result.Loss))
                {
                    throw _rewinder.ValidationDiverged(result.Loss);
                }

                stops = _stopping?.EndsWith(epoch, result) ?? false;
            }

            _schedule.EndEpoch(evaluation?.Loss ?? loss);
            var record = new EpochRecord(epoch, loss, accuracy, evaluation?.Loss, evaluation?.Accuracy, seconds, _rows / seconds, rate)
            {
                ScheduleState = _schedule.State,
            };
            records.Add(record);
            _options.OnEpoch?.Invoke(record);
        }

        _stopping?.RestoreBest();
        TrainedAverages.Take(_network);
        return new History(records.ToArray(), epoch <= _options.Epochs, _stopping?.BestEpoch);
    }

    /// <summary>Ends the thread that prepares mini-batches, if there is one.</summary>
    public void Dispose() => (_batches as IDisposable)?.Dispose();

    private (float Loss, float Accuracy, float Rate) RunEpoch(int epoch)
    {
        _rewinder.Begin(epoch);
        _batches.Begin(epoch);
        double total = 0;
        long hits = 0;
        float rate = 0;
        for (int index = 0; index < _batches.Count; index++)
        {
            MiniBatch batch = _batches.Next();
            rate = _schedule.Next();
            _rewinder.Note(index, rate);
            float loss = _network.TrainStep(batch.Data, batch.Rows, rate);
            if (!float.IsFinite(loss))
            {
                throw _rewinder.LossDiverged(loss, index);
            }

            total += (double)loss * batch.Rows.Length;
            hits += _network.Hits;
        }

        return _rewinder.HasFiniteParameters()
            ? ((float)(total / _rows), Evaluator.Accuracy(_network.Info, hits, _rows), rate)
            : throw _rewinder.ParametersDiverged();
    }

    private static ScheduleRun StartSchedule(NetworkInfo info, FitOptions options, int batches)
    {
        LearningRateSchedule schedule = options.Schedule ?? (info.Schedule == ProposedSchedule.OneCycle
            ? LearningRateSchedule.OneCycle(options.LearningRate)
            : LearningRateSchedule.Constant(options.LearningRate));
        ScheduleRun run = schedule.Start(batches, options.Epochs);
        long step = (long)(options.FirstEpoch - 1) * batches;
        if (options.ScheduleState is not { } state)
        {
            run.GoTo(step);
            return run;
        }

        run.Restore(state);
        return run.Step == step
            ? run
            : throw Guard.Invalid(
                nameof(options.ScheduleState),
                $"It is that after {run.Step} steps, but epoch {options.FirstEpoch} begins after {step}",
                $"pass the ScheduleState of the epoch before FirstEpoch, and the same BatchSize");
    }
}
