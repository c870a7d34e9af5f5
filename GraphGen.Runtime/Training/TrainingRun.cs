using System.Diagnostics;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>A fit while it runs, as its callbacks see it.</summary>
public sealed class TrainingRun
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<EpochStatistics> _statistics = [];
    private readonly List<WantedCheckpoint> _wantedFiles = [];
    private readonly HashSet<string> _files =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly Validator? _validator;

    internal TrainingRun(FitPlan plan, int batches, Validator? validator)
    {
        (Network, Train, Validation, Options) = plan;
        Batches = batches;
        Statistics = _statistics.AsReadOnly();
        _validator = validator;
    }

    /// <summary>The network.</summary>
    public INetwork Network { get; }

    /// <summary>The training data, without what <see cref="FitOptions.ValidationFraction"/> took away.</summary>
    public Dataset Train { get; }

    /// <summary>The validation data; null for none.</summary>
    public Dataset? Validation { get; }

    /// <summary>What the fit was told.</summary>
    public FitOptions Options { get; }

    /// <summary>The record of the epochs so far; on a resumed fit with those before. It grows with each epoch.</summary>
    public History History { get; } = new();

    /// <summary>The statistics that <see cref="Histograms"/> has gathered in this run; empty without it.</summary>
    public IReadOnlyList<EpochStatistics> Statistics { get; }

    /// <summary>
    /// What the network predicts for the validation data, [rows, outputs], row-major: as of the last epoch's end, and valid until the next one's. Empty
    /// before that and without validation data.
    /// </summary>
    public ReadOnlySpan<float> ValidationPredictions => _validator is null ? [] : _validator.Predictions;

    /// <summary>The present epoch, counted from 1.</summary>
    public int Epoch { get; internal set; }

    /// <summary>Epochs of the whole fit.</summary>
    public int Epochs => Options.DryRun ? Epoch : Options.Epochs;

    /// <summary>
    /// The present mini-batch of the epoch, counted from 1: that of the step to come in <see cref="IBatchCallback.OnBatchBegin"/>, of the step just
    /// made in <see cref="IBatchCallback.OnBatchEnd"/>, and how many were made at the epoch's ends.
    /// </summary>
    public int Batch { get; internal set; }

    /// <summary>Mini-batches in an epoch.</summary>
    public int Batches { get; }

    /// <summary>The step of the whole fit, counted from 1 like <see cref="Batch"/>.</summary>
    public long Step => ((long)(Epoch - 1) * Batches) + Batch;

    /// <summary>The learning rate of the last step, <see cref="RateFactor"/> included; NaN before the first.</summary>
    public float LearningRate { get; internal set; } = float.NaN;

    /// <summary>
    /// What every rate of the schedule is multiplied by: finite and at least 0; 1 at first, in a stage of fine-tuning the stage's. Kept in checkpoints. <see cref="ReduceOnPlateau"/> lowers it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float RateFactor
    {
        get;
        set => field = value >= 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RateFactor), Invariant($"RateFactor is {value}: set it to a finite number from 0 on."));
    } = 1;

    /// <summary>The loss of the last step's mini-batch before that step; NaN before the first.</summary>
    public float BatchLoss { get; internal set; } = float.NaN;

    /// <summary>The mean loss of the epoch's rows so far; NaN before its first step.</summary>
    public float Loss => (float)(LossSum / Rows);

    /// <summary>The accuracy on the epoch's rows so far, before each step; NaN before its first step and for a regression.</summary>
    public float Accuracy => Rows == 0 ? float.NaN : Evaluator.Accuracy(Network.Info, Hits, Rows);

    /// <summary>Rows that the epoch has trained on so far.</summary>
    public int Rows { get; internal set; }

    /// <summary>Training rows per second in this epoch, without validation and callbacks at its ends; NaN before its first step.</summary>
    public double SamplesPerSecond => Rows / Seconds;

    /// <summary>Time since the fit began, validation and callbacks included; on a resumed fit since it was resumed.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Whether the fit goes on from a checkpoint.</summary>
    public bool IsResumed { get; internal set; }

    /// <summary>Whether this is a rehearsal of one batch, after which the network is put back: files should be tried, not replaced.</summary>
    public bool IsDryRun => Options.DryRun;

    /// <summary>Whether the fit ends after the present batch or epoch, because a callback or the cancellation token said so.</summary>
    public bool IsStopping => Ending is FitEnding.Stopped or FitEnding.Canceled;

    /// <summary>How the fit ends, as far as is known: <see cref="FitEnding.Completed"/> until something else stops it.</summary>
    public FitEnding Ending { get; private set; }

    /// <summary>Why it ends before its last epoch, in words; null where it does not.</summary>
    public string? EndingReason { get; private set; }

    /// <summary>Why a callback has stopped the fit, be it canceled besides or not; null where none has. A checkpoint keeps it: what is over is over.</summary>
    internal string? StopReason { get; private set; }

    /// <summary>Whether <see cref="IEpochCallback.OnEpochBegin"/> was called for the present epoch.</summary>
    internal bool HasBegunEpoch { get; set; }

    /// <summary>By what a checkpoint knows the training data again: computed once, not for every file.</summary>
    internal string TrainFingerprint => field ??= DataFingerprint.Of(Train);

    /// <summary>By what a checkpoint knows the validation data again.</summary>
    internal string ValidationFingerprint => field ??= DataFingerprint.Of(Validation);

    /// <summary>The sum of the losses of the epoch's rows so far.</summary>
    internal double LossSum { get; set; }

    /// <summary>The right predictions of the epoch so far.</summary>
    internal long Hits { get; set; }

    /// <summary>Seconds of the epoch's steps so far.</summary>
    internal double Seconds { get; set; }

    /// <summary>Ends the fit after the present mini-batch, or after the epoch where it is called at an epoch's end.</summary>
    /// <param name="reason">Why, in words: <see cref="History.EndingReason"/> keeps the first one.</param>
    public void Stop(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        StopReason ??= reason;
        if (!IsStopping)
        {
            (Ending, EndingReason) = (FitEnding.Stopped, reason);
        }
    }

    /// <summary>Whether a callback is going to write a file.</summary>
    internal bool ReservesFiles => _files.Count > 0;

    /// <summary>
    /// Says in <see cref="ITrainingCallback.Check"/> that a callback is going to write a file: whether that is possible, and whether no other
    /// callback of this fit writes the same one, is found out before the first step. The file itself stays as it is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The path is empty, or another callback writes this file.</exception>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public void ReserveFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!_files.Add(Path.GetFullPath(path)))
        {
            throw Guard.Invalid(nameof(FitOptions.Callbacks), $"Two callbacks write '{path}'", $"give each a file of its own");
        }

        AtomicFile.Probe(path);
    }

    /// <summary>
    /// Writes a checkpoint from which the fit can be resumed to the same bits: when all callbacks have heard of the present event, so that the state of
    /// each of them is in it. In a dry run the file is only tried.
    /// </summary>
    /// <param name="path">The file, by custom named <c>*.safetensors</c>. Replaced at once if it exists.</param>
    /// <exception cref="InvalidOperationException">
    /// This is <see cref="IBatchCallback.OnBatchBegin"/> or <see cref="ITrainingCallback.OnFitEnd"/>, between which and the next step nothing can be resumed.
    /// </exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Save(new WantedCheckpoint(path));
    }

    /// <summary>As <see cref="Save(string)"/>, with what depends on the callbacks that are still to hear of the event.</summary>
    internal void Save(WantedCheckpoint wanted)
    {
        if (!CanSave)
        {
            throw new InvalidOperationException(
                $"No checkpoint can be written now: ask for one in {nameof(IBatchCallback.OnBatchEnd)}, {nameof(IEpochCallback.OnEpochBegin)} or {nameof(IEpochCallback.OnEpochEnd)}.");
        }

        _wantedFiles.Add(wanted);
    }

    /// <summary>Whether the fit is at a place from which it can be resumed.</summary>
    internal bool CanSave { get; set; } = true;

    /// <summary>The checkpoints that were asked for.</summary>
    internal List<WantedCheckpoint> WantedFiles => _wantedFiles;

    /// <summary>Begins to count an epoch.</summary>
    internal void BeginEpoch(int epoch)
    {
        Epoch = epoch;
        HasBegunEpoch = false;
        (Batch, Rows, LossSum, Hits, Seconds) = (0, 0, 0, 0, 0);
    }

    /// <summary>Counts a step.</summary>
    internal void Add(float loss, int rows, int hits, float rate)
    {
        BatchLoss = loss;
        LearningRate = rate;
        LossSum += (double)loss * rows;
        Hits += hits;
        Rows += rows;
    }

    /// <summary>Keeps statistics for the callbacks that show them.</summary>
    internal void Add(EpochStatistics statistics) => _statistics.Add(statistics);

    /// <summary>Ends the fit for the cancellation token, or marks it as failed.</summary>
    internal void End(FitEnding ending, string reason) => (Ending, EndingReason) = (ending, reason);
}
