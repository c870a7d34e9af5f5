using System.Diagnostics;

namespace GraphGen.Execution;

/// <summary>
/// One fit, whose arguments have been checked: its buffers are allocated here, and an epoch allocates nothing but its record and what callbacks do.
/// </summary>
internal sealed class FitRun : IDisposable
{
    private readonly INetwork _network;
    private readonly FitOptions _options;
    private readonly int _batchSize;
    private readonly IBatchSource _batches;
    private readonly ScheduleRun _schedule;
    private readonly Validator? _validator;
    private readonly CallbackList _callbacks;
    private readonly ProgressReporter _progress;
    private readonly TrainingRun _run;
    private readonly TrainableLayers _trainableBefore;
    private StoredFit? _resumed;
    private TrainingSnapshot? _before;
    private Rewinder? _rewinder;
    private bool _hasStepped;

    /// <summary>Makes ready. Changes nothing of the network but its capacity.</summary>
    /// <param name="plan">What to fit on what, checked.</param>
    /// <param name="resumed">Where to go on; null for a new fit.</param>
    public FitRun(FitPlan plan, StoredFit? resumed)
    {
        _network = plan.Network;
        _options = plan.Options;
        _resumed = resumed;
        _batchSize = plan.BatchSize;
        _schedule = plan.StartSchedule();
        resumed?.ApplyTo(_schedule);
        _network.EnsureCapacity(_batchSize);
        _validator = plan.Validation is null ? null : new Validator(_network, plan.Validation, _options.Metrics);
        _callbacks = new CallbackList(_options.OverfitOneBatch ? [] : _options.Callbacks);
        _batches = BatchesOf(plan.WeightedRows());
        _run = new TrainingRun(plan, _batches.Count, _validator)
        {
            Epoch = 1,
            RateFactor = _options.RateFactor,
        };
        _progress = new ProgressReporter(_options.Progress, _run);
        _before = resumed is not null || IsRehearsal ? new TrainingSnapshot(_network) : null;
        _trainableBefore = new TrainableLayers(_network);
    }

    /// <summary>Whether the network is put back in the end, so that nothing of it counts as training.</summary>
    private bool IsRehearsal => _options.DryRun || _options.OverfitOneBatch;

    /// <summary>Runs the epochs.</summary>
    /// <exception cref="TrainingDivergedException">A loss or a parameter is not finite.</exception>
    public History Run()
    {
        try
        {
            MakeAllSteps();
            if (_callbacks.FitEnd(_run) is { } failure)
            {
                AddHistory(failure.SourceException);
                failure.Throw();
            }
        }
        finally
        {
            if (IsRehearsal)
            {
                GoBack();
            }
        }

        return _run.History;
    }

    /// <summary>Ends the thread that prepares mini-batches, if there is one.</summary>
    public void Dispose() => (_batches as IDisposable)?.Dispose();

    private void MakeAllSteps()
    {
        try
        {
            Begin();
            Train();
            Finish();
        }
        catch (Exception exception)
        {
            if (!_hasStepped)
            {
                GoBack();
            }

            Fail(exception);
            throw;
        }
    }

    /// <summary>Makes the network what it was before the fit. Without a step and without a file to resume from there is nothing to do.</summary>
    private void GoBack()
    {
        _before?.Restore();
        _trainableBefore.Restore();
    }

    private void Begin()
    {
        _resumed?.ApplyTo(_network);
        _resumed?.ApplyTo(_run);
        _callbacks.FitBegin(_run);
        _resumed?.ApplyTo(_callbacks);
        _resumed = null;
        _progress.Begin();
        WriteCheckpoints(isEpochEnd: false);
        _rewinder = new Rewinder(_network, _batches);
    }

    private void Train()
    {
        if (_options.DryRun)
        {
            _run.BeginEpoch(_run.Epoch);
        }

        int first = _run.Batch;
        int last = _run.Epochs;
        if (_run.Epoch > last)
        {
            // Resumed after its last epoch.
            _run.Epoch = last;
            return;
        }

        LookForCancellation();
        for (int epoch = _run.Epoch; epoch <= last && !_run.IsStopping; epoch++)
        {
            if (epoch > _run.Epoch)
            {
                _run.BeginEpoch(epoch);
                first = 0;
            }

            RunSteps(first);
            if (!_run.IsStopping)
            {
                EndEpoch();
            }
        }
    }

    /// <summary>Makes the steps of an epoch from a mini-batch on, until its end or until the fit is to stop.</summary>
    private void RunSteps(int first)
    {
        if (!_run.HasBegunEpoch)
        {
            _callbacks.EpochBegin(_run);
            _run.HasBegunEpoch = true;
            WriteCheckpoints(isEpochEnd: false);
        }

        // After the callbacks: what they have changed is what the epoch begins with.
        _rewinder!.Begin(_run.Epoch, first);
        _batches.Begin(_run.Epoch, first);
        double secondsBefore = _run.Seconds;
        long start = Stopwatch.GetTimestamp();
        for (int index = first; index < _batches.Count && !_run.IsStopping; index++)
        {
            MiniBatch batch = _batches.Next();
            _run.Batch = index + 1;
            _run.CanSave = false;
            _callbacks.BatchBegin(_run);
            _run.CanSave = true;
            BeginSteps();
            float rate = NextRate();
            _rewinder.NoteRate(index, rate);
            float loss = _network.TrainStep(batch.Data, batch.Rows, rate);
            _rewinder.NoteLoss(index, loss);
            if (!float.IsFinite(loss))
            {
                throw _rewinder.LossDiverged(loss, index);
            }

            _run.Add(loss, batch.Rows.Length, _network.Hits, rate);
            _run.Seconds = secondsBefore + Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (!IsRehearsal)
            {
                TrainingMeter.Step(_network.Info, batch.Rows.Length);
            }

            LookForCancellation();
            _callbacks.BatchEnd(_run);
            WriteCheckpoints(isEpochEnd: false);
            _progress.Step();
        }
    }

    private float NextRate()
    {
        float rate = _schedule.Next() * _run.RateFactor;
        return float.IsFinite(rate)
            ? rate
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The rate of step {_run.Step} times the RateFactor {_run.RateFactor} is more than a float holds: let callbacks set a smaller factor."));
    }

    /// <summary>From the first step on the network is another: it belongs to these data, and is not put back.</summary>
    private void BeginSteps()
    {
        if (!_hasStepped)
        {
            _hasStepped = true;
            _before = IsRehearsal ? _before : null;
            _network.Memory.Scaling = new DataScaling(_run.Train.InputScaling, _run.Train.TargetScaling);
        }
    }

    /// <summary>Validates, records the epoch, and tells everyone.</summary>
    private void EndEpoch()
    {
        if (!_rewinder!.HasFiniteParameters())
        {
            throw _rewinder.ParametersDiverged();
        }

        EvaluationSummary? evaluation = _validator?.Run();
        if (evaluation is { } result && !float.IsFinite(result.Loss))
        {
            throw _rewinder.ValidationDiverged(result.Loss);
        }

        _schedule.EndEpoch(evaluation?.Loss ?? _run.Loss);
        double seconds = Math.Max(_run.Seconds, 1e-9);
        var record = new EpochRecord(
            _run.Epoch, _run.Loss, _run.Accuracy, evaluation?.Loss, evaluation?.Accuracy, seconds, _run.Rows / seconds, _run.LearningRate);
        if (_validator is { HasMetrics: true })
        {
            record = record with { Metrics = _validator.Metrics() };
        }

        _run.History.Add(record);
        if (!IsRehearsal)
        {
            TrainingMeter.Epoch(_network.Info, record);
        }

        LookForCancellation();
        _callbacks.EpochEnd(_run, record);
        WriteCheckpoints(isEpochEnd: true);
        _progress.Epoch(record);
    }

    private void Finish()
    {
        _run.CanSave = false;
        foreach ((_, IResumableCallback callback) in _callbacks.Resumable)
        {
            (callback as IKeepsBest)?.RestoreBest();
        }

        if (_options.OverfitOneBatch && !_run.IsStopping)
        {
            OverfitCheck.Require(_network, ((RepeatedBatch)_batches).Rows, _before!, _run.History);
        }

        TrainedAverages.Take(_network);
        SetEnding();
    }

    private void Fail(Exception exception)
    {
        _run.End(FitEnding.Failed, exception.Message);
        SetEnding();
        AddHistory(exception);
        _run.CanSave = false;

        // What the callbacks have to say about it would hide why they are called.
        _callbacks.FitEnd(_run);
    }

    /// <summary>Gives those exceptions the record of the fit that would lose it.</summary>
    private void AddHistory(Exception exception)
    {
        switch (exception)
        {
            case TrainingDivergedException diverged:
                diverged.History = _run.History;
                break;
            case OutputFileException output:
                output.History = _run.History;
                break;
        }
    }

    private void SetEnding() => (_run.History.Ending, _run.History.EndingReason) = (_run.Ending, _run.EndingReason);

    private void LookForCancellation()
    {
        if (_options.CancellationToken.IsCancellationRequested && !_run.IsStopping)
        {
            _run.End(FitEnding.Canceled, "the cancellation token was canceled");
        }
    }

    /// <summary>Writes the files that callbacks have asked for, now that all of them have heard of the event.</summary>
    private void WriteCheckpoints(bool isEpochEnd)
    {
        if (_run.WantedFiles.Count == 0)
        {
            return;
        }

        foreach (WantedCheckpoint wanted in _run.WantedFiles)
        {
            if (wanted.IsOnlyForStops && !_run.IsStopping)
            {
                continue;
            }

            if (_options.DryRun)
            {
                AtomicFile.Probe(wanted.Path);
                continue;
            }

            wanted.Writing?.Invoke();
            StoredFit.Write(wanted.Path, _run, _schedule, _callbacks, _batchSize, isEpochEnd);
            wanted.Written?.Invoke();
        }

        _run.WantedFiles.Clear();
    }

    private IBatchSource BatchesOf(Dataset rows)
    {
        var shuffled = new ShuffledBatches(rows, _batchSize, _options.Seed);
        IBatchSource batches = _options.OverfitOneBatch ? new RepeatedBatch(rows, shuffled)
            : _options.Augmentation is { } augmentation ? new DistortedBatches(rows, augmentation, _batchSize, _options.Seed)
            : shuffled;
        return _options.DryRun ? new FirstBatch(batches) : batches;
    }
}
