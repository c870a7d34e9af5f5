using System.Diagnostics;
using System.Runtime.CompilerServices;
using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Execution.TeamWork;

namespace GraphGen.Tests.Execution;

/// <summary>What a team costs while it does nothing, and what is left of it afterwards. Alone, since processor time is measured.</summary>
[Collection(nameof(WorkerTeamLifetimeTests))]
[CollectionDefinition(nameof(WorkerTeamLifetimeTests), DisableParallelization = true)]
public sealed class WorkerTeamLifetimeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Workers_end_when_their_team_is_collected(bool asleep) => InTime(() =>
    {
        (WeakReference team, Thread[] workers) = RunAndForget(asleep);
        CollectUntil(() => !team.IsAlive && workers.All(worker => worker.Join(1)));
    });

    [Fact]
    public Task A_living_team_does_not_keep_its_last_work() => InTime(() =>
    {
        var team = new WorkerTeam(3);
        WeakReference work = RunSomething(team);
        CollectUntil(() => !work.IsAlive);
        GC.KeepAlive(team);
    });

    [Fact]
    public Task A_team_that_failed_does_not_keep_the_exceptions() => InTime(() =>
    {
        var team = new WorkerTeam(3);
        WeakReference exception = Fail(team);
        CollectUntil(() => !exception.IsAlive);
        GC.KeepAlive(team);
    });

    [Fact]
    public Task An_idle_team_uses_no_processor_time() => InTime(() =>
    {
        var team = new WorkerTeam(4);
        team.Run(Nothing, 4);

        // Three watching workers would use all of each window. What the runtime does on its own may spoil some, not all.
        TimeSpan window = TimeSpan.FromMilliseconds(50);
        Enumerable.Range(0, 20).Any(_ => ProcessorTimeOf(() => Thread.Sleep(window)) < window / 4).ShouldBeTrue();
        GC.KeepAlive(team);
    });

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    public Task Running_and_waking_allocate_nothing_on_any_thread(int active, int millisecondsBetween) => InTime(() =>
    {
        var team = new WorkerTeam(active);
        long[] allocated = new long[active];
        var work = new TeamWork(thread =>
        {
            team.Sync();
            allocated[thread] = GC.GetAllocatedBytesForCurrentThread();
        });

        // The runtime itself allocates now and then when it replaces a method by a faster one: some window must be free of it.
        Enumerable.Range(0, 10).Any(_ =>
        {
            team.Run(work, active);
            long before = allocated.Sum();
            for (int run = 0; run < 5; run++)
            {
                Thread.Sleep(millisecondsBetween);
                team.Run(work, active);
            }

            return allocated.Sum() == before;
        }).ShouldBeTrue();
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Team, Thread[] Workers) RunAndForget(bool asleep)
    {
        var team = new WorkerTeam(3);
        var threads = new Thread[3];
        team.Run(new TeamWork(thread =>
        {
            threads[thread] = Thread.CurrentThread;
            team.Sync();
        }), 3);
        if (asleep)
        {
            Thread.Sleep(10);
        }

        return (new WeakReference(team), threads[1..]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunSomething(WorkerTeam team)
    {
        var work = new TeamWork(_ => team.Sync());
        team.Run(work, team.Threads);
        return new WeakReference(work);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Fail(WorkerTeam team) =>
        new(Should.Throw<InvalidOperationException>(() => team.Run(new TeamWork(FailOnWorkers), team.Threads)).InnerException);

    private static void FailOnWorkers(int thread)
    {
        if (thread > 0)
        {
            throw new NotSupportedException();
        }
    }

    private static void CollectUntil(Func<bool> isDone)
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (isDone())
            {
                return;
            }
        }

        isDone().ShouldBeTrue();
    }

    private static TimeSpan ProcessorTimeOf(Action action)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }
}
