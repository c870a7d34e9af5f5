using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>One thread of a <see cref="WorkerTeam"/>, and the mailbox by which it is called.</summary>
internal sealed class Worker
{
    // Idle -> Called by the caller; Called -> Idle by the worker; Idle -> Asleep by the worker; Asleep -> Called by the caller;
    // Idle or Asleep -> Stopped by the finalizer.
    private const int Idle = 0;
    private const int Asleep = 1;
    private const int Called = 2;
    private const int Stopped = 3;

    private const int StackBytes = 1 << 20;

    private readonly int _thread;
    private readonly PhaseBarrier _barrier;
    private readonly object _bed = new();
    private Exception? _failure;
    private Mailbox _mailbox;

    private Worker(int thread, PhaseBarrier barrier)
    {
        _thread = thread;
        _barrier = barrier;
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="thread">Its number in the team, from 1 on.</param>
    /// <param name="barrier">The team's barrier.</param>
    public static Worker Start(int thread, PhaseBarrier barrier)
    {
        Worker worker = new(thread, barrier);

        // Unsafe in that it leaves the caller's execution context behind, which a long-lived thread would keep alive.
        new Thread(worker.Loop, StackBytes) { IsBackground = true, Name = Invariant($"GraphGen worker {thread}") }.UnsafeStart();
        return worker;
    }

    /// <summary>Has the worker do its part of <paramref name="work"/>. It must be idle.</summary>
    public void Call(ITeamWork work)
    {
        _mailbox.Work = work;
        Post(Called);
    }

    /// <summary>Waits until the worker has done its part.</summary>
    /// <returns>What its part threw, or null.</returns>
    public Exception? Join()
    {
        Watch.UntilChanged(ref _mailbox.State, Called, _barrier.IsCrowded);
        Exception? failure = _failure;
        if (failure is not null)
        {
            _failure = null;
        }

        return failure;
    }

    /// <summary>Ends the thread. It must be idle.</summary>
    public void Stop() => Post(Stopped);

    // One atomic exchange both posts the order and tells whether the worker sleeps, so no wake-up can be lost.
    private void Post(int order)
    {
        if (Interlocked.Exchange(ref _mailbox.State, order) == Asleep)
        {
            lock (_bed)
            {
                Monitor.Pulse(_bed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Loop()
    {
        while (true)
        {
            if (!Watch.BrieflyUntilChanged(ref _mailbox.State, Idle, _barrier.IsCrowded))
            {
                Sleep();
            }

            if (Volatile.Read(ref _mailbox.State) == Stopped)
            {
                return;
            }

            DoPart();
            Volatile.Write(ref _mailbox.State, Idle);
        }
    }

    private void Sleep()
    {
        lock (_bed)
        {
            if (Interlocked.CompareExchange(ref _mailbox.State, Asleep, Idle) == Idle)
            {
                do
                {
                    Monitor.Wait(_bed);
                }
                while (Volatile.Read(ref _mailbox.State) == Asleep);
            }
        }
    }

    // A method of its own, so that no reference to the work stays behind in the frame of the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DoPart()
    {
        ITeamWork work = _mailbox.Work!;
        _mailbox.Work = null;
        try
        {
            work.Run(_thread);
        }
        catch (BrokenPhaseException)
        {
            // Another thread failed and reports why.
        }
        catch (Exception exception)
        {
            _failure = exception;
            _barrier.Break();
        }
    }

    // The caller and the worker share these words and no others; two cache lines on either side keep them apart from the rest.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Mailbox
    {
        [FieldOffset(120)]
        public ITeamWork? Work;

        [FieldOffset(128)]
        public int State;
    }
}
