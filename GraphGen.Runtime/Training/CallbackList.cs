using System.Runtime.ExceptionServices;

namespace GraphGen.Execution;

/// <summary>The callbacks of a fit, sorted by what they hear of, so that mini-batches cost nothing where nobody does.</summary>
internal sealed class CallbackList
{
    private static readonly HashSet<ITrainingCallback> InUse = new(ReferenceEqualityComparer.Instance);

    private readonly ITrainingCallback[] _all;
    private readonly IEpochCallback[] _epochs;
    private readonly IBatchCallback[] _batches;
    private int _begun;

    public CallbackList(IReadOnlyList<ITrainingCallback> callbacks)
    {
        _all = [.. callbacks];
        _epochs = [.. _all.OfType<IEpochCallback>()];
        _batches = [.. _all.OfType<IBatchCallback>()];
        Resumable = Named(_all.OfType<IResumableCallback>());
    }

    /// <summary>Those with a state of their own, under the names that they have in checkpoints: their type, numbered from the second on.</summary>
    public IReadOnlyList<(string Name, IResumableCallback Callback)> Resumable { get; }

    public void FitBegin(TrainingRun run)
    {
        foreach (ITrainingCallback callback in _all)
        {
            callback.Check(run);
            Claim(callback);
            _begun++;
            callback.OnFitBegin(run);
        }
    }

    /// <summary>Tells all that have heard of the beginning. Each hears of the end, whatever the others do.</summary>
    /// <returns>The first exception; null for none.</returns>
    public ExceptionDispatchInfo? FitEnd(TrainingRun run)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (ITrainingCallback callback in _all.AsSpan(0, _begun))
        {
            try
            {
                callback.OnFitEnd(run);
            }
            catch (Exception exception)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }

            lock (InUse)
            {
                InUse.Remove(callback);
            }
        }

        return failure;
    }

    public void EpochBegin(TrainingRun run)
    {
        foreach (IEpochCallback callback in _epochs)
        {
            callback.OnEpochBegin(run);
        }
    }

    public void EpochEnd(TrainingRun run, EpochRecord record)
    {
        foreach (IEpochCallback callback in _epochs)
        {
            callback.OnEpochEnd(run, record);
        }
    }

    public void BatchBegin(TrainingRun run)
    {
        foreach (IBatchCallback callback in _batches)
        {
            callback.OnBatchBegin(run);
        }
    }

    public void BatchEnd(TrainingRun run)
    {
        foreach (IBatchCallback callback in _batches)
        {
            callback.OnBatchEnd(run);
        }
    }

    private static void Claim(ITrainingCallback callback)
    {
        lock (InUse)
        {
            if (!InUse.Add(callback))
            {
                throw new InvalidOperationException(
                    $"This {callback.GetType().Name} belongs to another fit that has not ended: a callback remembers what it saw, so give each fit its own.");
            }
        }
    }

    private static (string, IResumableCallback)[] Named(IEnumerable<IResumableCallback> callbacks)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new List<(string, IResumableCallback)>();
        foreach (IResumableCallback callback in callbacks)
        {
            string type = NameOf(callback.GetType());
            int number = counts[type] = counts.GetValueOrDefault(type) + 1;
            named.Add((number == 1 ? type : FormattableString.Invariant($"{type}#{number}"), callback));
        }

        return [.. named];
    }

    /// <summary>Ours are known by their plain names.</summary>
    private static string NameOf(Type type) => type.Namespace == nameof(GraphGen) ? type.Name : type.FullName ?? type.Name;
}
