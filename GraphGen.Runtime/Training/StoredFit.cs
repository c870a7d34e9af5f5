using System.Globalization;
using System.Text;
using System.Text.Json;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>
/// A fit in a checkpoint: besides parameters and training state how far it had come, and what its schedule and its callbacks knew. Written as JSON into the
/// file's metadata; the networks that callbacks keep are tensors of their own.
/// </summary>
internal sealed class StoredFit
{
    private const string Key = "graphgen.fit";
    private const string Remedy = "Resume with the data and options that the fit began with, or Load the file, with or without its training state, and begin a new fit.";

    private readonly StoredTraining _training;
    private readonly string _path;

    private StoredFit(StoredTraining training, string path, JsonElement root)
    {
        _training = training;
        _path = path;
        Rows = root.GetProperty("rows").GetInt32();
        Train = root.GetProperty("train").GetString()!;
        Validation = root.GetProperty("validation").GetString()!;
        BatchSize = root.GetProperty("batch_size").GetInt32();
        Seed = ulong.Parse(root.GetProperty("seed").GetString()!, NumberStyles.None, CultureInfo.InvariantCulture);
        Epoch = root.GetProperty("epoch").GetInt32();
        Batch = root.GetProperty("batch").GetInt32();
        EpochRows = root.GetProperty("epoch_rows").GetInt32();
        LossSum = root.GetProperty("loss_sum").GetDouble();
        Hits = root.GetProperty("hits").GetInt64();
        Seconds = root.GetProperty("seconds").GetDouble();
        LearningRate = root.GetProperty("learning_rate") is { ValueKind: JsonValueKind.Number } rate ? rate.GetSingle() : float.NaN;
        RateFactor = root.GetProperty("rate_factor").GetSingle();
        Schedule = root.GetProperty("schedule").GetString()!;
        ScheduleState = root.GetProperty("schedule_state").GetString()!;
        HasBegunEpoch = root.GetProperty("epoch_begun").GetBoolean();
        Resting = [.. root.GetProperty("resting_layers").EnumerateArray().Select(layer => layer.GetString()!)];
        RateMultipliers = root.TryGetProperty("rate_multipliers", out JsonElement multipliers)
            ? multipliers.EnumerateObject().ToDictionary(layer => layer.Name, layer => layer.Value.GetSingle(), StringComparer.Ordinal)
            : [];
        StopReason = root.GetProperty("stop_reason").GetString();
        BestEpoch = root.GetProperty("best_epoch") is { ValueKind: JsonValueKind.Number } best ? best.GetInt32() : null;
        Records = [.. HistoryText.ReadEpochs(root)];
        Callbacks = root.GetProperty("callbacks").EnumerateObject()
            .ToDictionary(
                callback => callback.Name,
                callback => callback.Value.GetString() ?? throw new FormatException($"The state of {callback.Name} is missing."),
                StringComparer.Ordinal);
    }

    /// <summary>Rows of the training data.</summary>
    public int Rows { get; }

    /// <summary>The fingerprint of the training data.</summary>
    public string Train { get; }

    /// <summary>The fingerprint of the validation data.</summary>
    public string Validation { get; }

    /// <summary>Rows of a mini-batch.</summary>
    public int BatchSize { get; }

    /// <summary>The seed of the order.</summary>
    public ulong Seed { get; }

    /// <summary>The epoch to go on with, counted from 1.</summary>
    public int Epoch { get; }

    /// <summary>Mini-batches of that epoch that are done.</summary>
    public int Batch { get; }

    /// <summary>Rows of that epoch that are done.</summary>
    public int EpochRows { get; }

    /// <summary>The sum of their losses.</summary>
    public double LossSum { get; }

    /// <summary>Right predictions among them.</summary>
    public long Hits { get; }

    /// <summary>Seconds that they took.</summary>
    public double Seconds { get; }

    /// <summary>The rate of the last step.</summary>
    public float LearningRate { get; }

    /// <summary>See <see cref="TrainingRun.RateFactor"/>.</summary>
    public float RateFactor { get; }

    /// <summary>The schedule in words.</summary>
    public string Schedule { get; }

    /// <summary>The state of the schedule.</summary>
    public string ScheduleState { get; }

    /// <summary>Whether the callbacks have heard of the beginning of that epoch.</summary>
    public bool HasBegunEpoch { get; }

    /// <summary>The layers whose <see cref="Layer.Trainable"/> is false.</summary>
    public IReadOnlyList<string> Resting { get; }

    /// <summary>See <see cref="Layer.RateMultiplier"/>, by the names of the layers; none in files of versions before there was one.</summary>
    public IReadOnlyDictionary<string, float> RateMultipliers { get; }

    /// <summary>Why the fit had been stopped by a callback; null where it had not.</summary>
    public string? StopReason { get; }

    /// <summary>See <see cref="History.BestEpoch"/>.</summary>
    public int? BestEpoch { get; }

    /// <summary>The epochs that are done.</summary>
    public IReadOnlyList<EpochRecord> Records { get; }

    /// <summary>The states of the callbacks by their names.</summary>
    public IReadOnlyDictionary<string, string> Callbacks { get; }

    /// <summary>Writes a fit as it is now.</summary>
    /// <param name="path">The file.</param>
    /// <param name="run">The fit.</param>
    /// <param name="schedule">Where its schedule is.</param>
    /// <param name="callbacks">Its callbacks.</param>
    /// <param name="batchSize">Rows of a mini-batch.</param>
    /// <param name="isEpochEnd">Whether its epoch is complete, validation and all.</param>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public static void Write(string path, TrainingRun run, ScheduleRun schedule, CallbackList callbacks, int batchSize, bool isEpochEnd)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("rows", run.Train.Count);
            json.WriteString("train", run.TrainFingerprint);
            json.WriteString("validation", run.ValidationFingerprint);
            json.WriteNumber("batch_size", batchSize);
            json.WriteString("seed", run.Options.Seed.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("epoch", isEpochEnd ? run.Epoch + 1 : run.Epoch);
            json.WriteNumber("batch", isEpochEnd ? 0 : run.Batch);
            json.WriteNumber("epoch_rows", isEpochEnd ? 0 : run.Rows);
            json.WriteNumber("loss_sum", isEpochEnd ? 0 : run.LossSum);
            json.WriteNumber("hits", isEpochEnd ? 0 : run.Hits);
            json.WriteNumber("seconds", isEpochEnd ? 0 : run.Seconds);
            HistoryText.WriteOptional(json, "learning_rate", run.LearningRate);
            json.WriteNumber("rate_factor", run.RateFactor);
            json.WriteString("schedule", run.Options.ScheduleFor(run.Network.Info).ToString());
            json.WriteString("schedule_state", schedule.State);
            json.WriteBoolean("epoch_begun", !isEpochEnd && run.HasBegunEpoch);
            json.WriteString("stop_reason", run.StopReason);
            json.WriteStartArray("resting_layers");
            foreach (Layer layer in run.Network.Layers.Where(layer => !layer.Trainable))
            {
                json.WriteStringValue(layer.Name);
            }

            json.WriteEndArray();
            json.WriteStartObject("rate_multipliers");
            foreach (Layer layer in LayerFreezing.WithParameters(run.Network))
            {
                json.WriteNumber(layer.Name, layer.RateMultiplier);
            }

            json.WriteEndObject();
            HistoryText.WriteOptional(json, "best_epoch", run.History.BestEpoch);
            HistoryText.WriteEpochs(json, run.History.Epochs);
            json.WriteStartObject("callbacks");
            foreach ((string name, IResumableCallback callback) in callbacks.Resumable)
            {
                json.WriteString(name, callback.State);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = Encoding.UTF8.GetString(stream.ToArray()) };
        CheckpointFile.SaveTraining(path, run.Network, metadata, callbacks.Resumable.SelectMany(TensorsOf));
    }

    /// <summary>Reads a file, and checks that the fit can go on from there. Changes nothing.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint of a fit, or damaged.</exception>
    /// <exception cref="CheckpointMismatchException">It is that of another network, other data or other options.</exception>
    public static StoredFit Read(string path, FitPlan plan)
    {
        StoredTraining training = StoredTraining.Read(path, plan.Network);
        if (!training.Metadata.TryGetValue(Key, out string? text))
        {
            throw new InvalidDataException(
                $"'{path}' holds no fit to resume ('{Key}' is missing from its metadata): Save keeps a network, and the callback Checkpoint a fit. "
                + "Load it and begin a new fit, or name a file that Checkpoint wrote.");
        }

        StoredFit fit = Parse(training, path, text);
        fit.Check(plan);
        return fit;
    }

    /// <summary>Puts parameters and training state into the network, lets those layers rest that did, and gives all their rates back.</summary>
    public void ApplyTo(INetwork network)
    {
        using (network.Memory.BeginCopy())
        {
            _training.Apply(network);
        }

        // A layer that was declared frozen rests anyway, and must not be told to do otherwise.
        foreach (Layer layer in network.Layers.Where(layer => layer.Trainable == Resting.Contains(layer.Name)))
        {
            layer.Trainable = !layer.Trainable;
        }

        foreach (Layer layer in network.Layers)
        {
            layer.RateMultiplier = RateMultipliers.GetValueOrDefault(layer.Name, layer.RateMultiplier);
        }
    }

    /// <summary>Takes the schedule to where it was.</summary>
    /// <exception cref="InvalidDataException">Its state is damaged.</exception>
    public void ApplyTo(ScheduleRun schedule)
    {
        try
        {
            schedule.Restore(ScheduleState);
        }
        catch (ArgumentException exception)
        {
            throw Damaged($"'{ScheduleState}' is no state of the schedule {Schedule}", exception);
        }
    }

    /// <summary>Takes the fit to where it was.</summary>
    public void ApplyTo(TrainingRun run)
    {
        run.IsResumed = true;
        run.BeginEpoch(Epoch);
        (run.Batch, run.Rows, run.HasBegunEpoch) = (Batch, EpochRows, HasBegunEpoch);
        (run.LossSum, run.Hits, run.Seconds) = (LossSum, Hits, Seconds);
        (run.LearningRate, run.RateFactor) = (LearningRate, RateFactor);
        foreach (EpochRecord record in Records)
        {
            run.History.Add(record);
        }

        run.History.BestEpoch = BestEpoch;
        if (StopReason is { } reason)
        {
            run.Stop(reason);
        }
    }

    /// <summary>Gives the callbacks back what they knew; those that were not in the fit then start afresh.</summary>
    /// <exception cref="CheckpointMismatchException">A callback cannot go on from its state.</exception>
    /// <exception cref="InvalidDataException">A state is damaged.</exception>
    public void ApplyTo(CallbackList callbacks)
    {
        foreach ((string name, IResumableCallback callback) in callbacks.Resumable)
        {
            if (!Callbacks.TryGetValue(name, out string? state))
            {
                continue;
            }

            try
            {
                callback.Restore(state);
            }
            catch (FormatException exception)
            {
                throw new CheckpointMismatchException(_path, [$"{name}: {exception.Message}"], Remedy);
            }

            foreach (StoredTensor tensor in TensorsOf((name, callback)))
            {
                if (!_training.Others.TryGetValue(tensor.Name, out float[]? values) || values.Length != tensor.Length)
                {
                    throw Damaged($"the tensor '{tensor.Name}' of {tensor.Length} numbers is missing", cause: null);
                }

                tensor.Write(values);
            }
        }
    }

    private static IEnumerable<StoredTensor> TensorsOf((string Name, IResumableCallback Callback) resumable) =>
        (resumable.Callback as IKeepsBest)?.Best?.Tensors(tensor => TrainingState.CallbackTensor(resumable.Name, tensor)) ?? [];

    private static StoredFit Parse(StoredTraining training, string path, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return new StoredFit(training, path, document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"'{path}' is damaged: '{Key}' in its metadata is no fit. {exception.Message} Resume from an earlier file.", exception);
        }
    }

    private void Check(FitPlan plan)
    {
        (INetwork network, Dataset train, Dataset? validation, FitOptions options) = plan;
        var differences = new List<string>();
        Same("set of training data", Train, DataFingerprint.Of(train));
        if (!options.DryRun)
        {
            Same("set of validation data", Validation, DataFingerprint.Of(validation));
        }

        Compare(nameof(options.BatchSize), BatchSize, plan.BatchSize);
        Compare(nameof(options.Seed), Seed, options.Seed);
        Same("schedule", Schedule, options.ScheduleFor(network.Info).ToString());
        differences.AddRange(network.Layers.Where(layer => layer.IsFrozen && !Resting.Contains(layer.Name))
            .Select(layer => $"{layer.Name}: the fit trained it, but it has been declared frozen since."));

        if (differences.Count > 0)
        {
            throw new CheckpointMismatchException(_path, differences, Remedy);
        }

        HashSet<string> layers = [.. network.Layers.Select(layer => layer.Name)];
        bool isSound = Resting.All(layers.Contains) && Epoch >= 1 && Batch >= 0 && Batch <= plan.Batches && Records.Count == Epoch - 1
            && Records.Select((record, index) => record.Epoch == index + 1).All(isInOrder => isInOrder)
            && RateMultipliers.All(layer => layers.Contains(layer.Key) && layer.Value >= 0 && float.IsFinite(layer.Value))
            && RateFactor >= 0 && float.IsFinite(RateFactor) && EpochRows >= 0 && EpochRows <= Rows;
        if (!isSound)
        {
            throw Damaged(Invariant($"epoch {Epoch}, mini-batch {Batch} after {Records.Count} records is no place in a fit"), cause: null);
        }

        if (Epoch - 1 > options.Epochs)
        {
            throw new CheckpointMismatchException(
                _path, [Invariant($"It is that of a fit after epoch {Epoch - 1}, but Epochs is {options.Epochs}.")], "Epochs counts those before, too.");
        }

        void Same(string what, string then, string now)
        {
            if (then != now)
            {
                differences.Add($"The fit had another {what}: {then}, and now {now}.");
            }
        }

        void Compare<T>(string what, T then, T now)
            where T : IEquatable<T>, IFormattable
        {
            if (!then.Equals(now))
            {
                differences.Add(Invariant($"The fit had {what} {then}, and now has {now}."));
            }
        }
    }

    private InvalidDataException Damaged(string what, Exception? cause) => new($"'{_path}' is damaged: {what}. Resume from an earlier file.", cause);
}
