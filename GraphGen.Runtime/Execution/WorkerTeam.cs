using System.ComponentModel;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>
/// A network's threads: the one that calls and the workers that help it. Workers start when they are first needed, watch for work
/// for some tens of microseconds after each run, then sleep, and end when the team is collected.
/// </summary>
/// <remarks>One run at a time: whoever owns the team sees to that.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkerTeam
{
    /// <summary>The most threads that a team can have.</summary>
    public const int MaxThreads = 64;

    private readonly PhaseBarrier _barrier = new();
    private readonly Worker?[] _workers = [];

    /// <summary>Makes a team. Its workers start with the first run that needs them.</summary>
    /// <param name="threads">How many threads, the calling one included: 1 to <see cref="MaxThreads"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> lies outside that range.</exception>
    public WorkerTeam(int threads)
    {
        if (threads is < 1 or > MaxThreads)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), threads, Invariant($"A network runs on 1 to {MaxThreads} threads. Pass 1 to use the calling thread alone, or as many as there are processor cores to spare."));
        }

        _workers = new Worker?[threads - 1];
    }

    /// <summary>
    /// Ends the workers. They know nothing of the team or its network, so both can be collected while workers sleep.
    /// </summary>
    ~WorkerTeam()
    {
        foreach (Worker? worker in _workers)
        {
            worker?.Stop();
        }
    }

    /// <summary>How many threads the team has, the calling one included.</summary>
    public int Threads => _workers.Length + 1;

    /// <summary>
    /// Runs <paramref name="work"/> on the calling thread and <paramref name="active"/> - 1 workers, and returns when all have
    /// finished. What one thread wrote before the run or in it, every thread sees after it.
    /// </summary>
    /// <param name="work">The work; the team keeps no reference to it.</param>
    /// <param name="active">How many threads take part: 1 to <see cref="Threads"/>. With 1 no worker is disturbed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="active"/> lies outside its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The work threw on a worker; the inner exception is that of the lowest such thread. What the work throws on the calling thread
    /// comes out as it is, and before any worker's. Either way all threads have finished and the team can run again.
    /// </exception>
    public void Run(ITeamWork work, int active)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (active < 1 || active > Threads)
        {
            throw new ArgumentOutOfRangeException(nameof(active), active, Invariant($"This team has {Threads} threads. Pass 1 to {Threads}."));
        }

        _barrier.Prepare(active);
        if (active == 1)
        {
            work.Run(0);
        }
        else
        {
            RunTogether(work, _workers.AsSpan(0, active - 1));
        }
    }

    /// <summary>
    /// Waits until every active thread has called this: what each wrote before, all see after. To be called inside a run, equally
    /// often by each of its threads. Does nothing where one thread runs alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sync()
    {
        if (_barrier.Participants != 1)
        {
            _barrier.Wait();
        }
    }

    private void RunTogether(ITeamWork work, Span<Worker?> workers)
    {
        Start(workers);
        foreach (Worker? worker in workers)
        {
            worker!.Call(work);
        }

        (int Thread, Exception? Exception) failure = default;
        try
        {
            work.Run(0);
        }
        catch (BrokenPhaseException)
        {
            // A worker failed while this thread waited for it. Its own exception says why.
        }
        catch
        {
            _barrier.Break();
            throw;
        }
        finally
        {
            failure = Join(workers);
            GC.KeepAlive(this);
        }

        if (failure.Exception is { } exception)
        {
            throw new InvalidOperationException(
                Invariant($"The network's worker thread {failure.Thread} failed: {exception.Message} The inner exception tells where. What the call had written by then stays written; the network can be used again."),
                exception);
        }
    }

    private void Start(Span<Worker?> workers)
    {
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] ??= Worker.Start(i + 1, _barrier);
        }
    }

    private (int Thread, Exception? Exception) Join(Span<Worker?> workers)
    {
        (int, Exception?) first = default;
        for (int i = workers.Length - 1; i >= 0; i--)
        {
            if (workers[i]!.Join() is { } exception)
            {
                first = (i + 1, exception);
            }
        }

        return first;
    }
}
