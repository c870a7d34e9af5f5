using System.Diagnostics;
using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Execution.TeamWork;

namespace GraphGen.Tests.Execution;

public sealed class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Every_active_thread_runs_its_part_once(int active) => InTime(() =>
    {
        var team = new WorkerTeam(4);
        int[] runs = new int[4];
        int?[] threads = new int?[4];
        team.Run(new TeamWork(thread =>
        {
            runs[thread]++;
            threads[thread] = Environment.CurrentManagedThreadId;
        }), active);

        team.Threads.ShouldBe(4);
        runs.ShouldBe(Enumerable.Range(0, 4).Select(thread => thread < active ? 1 : 0));
        threads[0].ShouldBe(Environment.CurrentManagedThreadId);
        threads.Take(active).Distinct().Count().ShouldBe(active);
    });

    [Fact]
    public Task Each_run_finds_its_workers_on_the_same_threads() => InTime(() =>
    {
        var team = new WorkerTeam(3);
        var threads = new Thread[3];
        team.Run(new TeamWork(thread => threads[thread] = Thread.CurrentThread), 3);
        bool[] same = new bool[3];
        team.Run(new TeamWork(thread => same[thread] = threads[thread] == Thread.CurrentThread), 3);

        same.ShouldAllBe(isSame => isSame);
        threads[2].Name.ShouldBe("GraphGen worker 2");
        threads[2].IsBackground.ShouldBeTrue();
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task What_one_thread_writes_before_Sync_all_see_after_it(int active) => InTime(() =>
    {
        var team = new WorkerTeam(4);
        int[] written = new int[active];
        int stale = 0;
        team.Run(new TeamWork(thread =>
        {
            for (int phase = 1; phase <= 1000; phase++)
            {
                written[thread] = phase;
                team.Sync();
                foreach (int value in written)
                {
                    if (value != phase)
                    {
                        Interlocked.Increment(ref stale);
                    }
                }

                team.Sync();
            }
        }), active);

        stale.ShouldBe(0);
    });

    [Fact]
    public Task Caller_and_workers_see_each_others_writes_from_run_to_run() => InTime(() =>
    {
        var team = new WorkerTeam(2);
        int fromCaller = 0;
        int fromWorker = 0;
        int seen = 0;
        var work = new TeamWork(thread =>
        {
            if (thread == 1)
            {
                fromWorker++;
                seen = fromCaller;
            }
        });
        for (int run = 1; run <= 2000; run++)
        {
            fromCaller = run;
            team.Run(work, 2);
            (seen, fromWorker).ShouldBe((run, run));
        }
    });

    [Fact]
    public Task The_number_of_active_threads_may_change_from_run_to_run() => InTime(() =>
    {
        var team = new WorkerTeam(4);
        int arrived = 0;
        int early = 0;
        for (int run = 0; run < 300; run++)
        {
            int active = 1 + (run * 7 % 4);
            arrived = 0;
            team.Run(new TeamWork(_ =>
            {
                Interlocked.Increment(ref arrived);
                team.Sync();
                if (Volatile.Read(ref arrived) != active)
                {
                    Interlocked.Increment(ref early);
                }
            }), active);
            arrived.ShouldBe(active);
        }

        early.ShouldBe(0);
    });

    [Fact]
    public Task No_call_is_lost_on_a_worker_that_is_just_falling_asleep() => InTime(() =>
    {
        var team = new WorkerTeam(2);
        int runs = 0;
        var work = new TeamWork(thread =>
        {
            // The worker's alone: two threads that both add to it, be it nothing, would lose counts.
            if (thread == 1)
            {
                runs++;
            }
        });
        for (int run = 0; run < 1000; run++)
        {
            // Workers watch for some tens of microseconds: call a little before, during and after that.
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMicroseconds(run % 100))
            {
            }

            team.Run(work, 2);
        }

        runs.ShouldBe(1000);
    });

    [Fact]
    public Task Workers_do_not_keep_the_callers_execution_context() => InTime(() =>
    {
        var local = new AsyncLocal<string?> { Value = "caller's" };
        string? seen = "unset";
        new WorkerTeam(2).Run(new TeamWork(thread => seen = thread == 1 ? local.Value : seen), 2);
        seen.ShouldBeNull();
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(65)]
    public void A_team_of_a_wrong_size_is_refused_and_its_finalizer_does_no_harm(int threads)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkerTeam(threads)).Message.ShouldContain("1 to 64 threads");
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void More_active_threads_than_there_are_or_none_are_refused(int active) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkerTeam(2).Run(Nothing, active)).Message.ShouldContain("Pass 1 to 2");

    [Fact]
    public void No_work_is_refused() => Should.Throw<ArgumentNullException>(() => new WorkerTeam(2).Run(null!, 2));

    [Fact]
    public Task The_largest_team_runs() => InTime(() =>
    {
        var team = new WorkerTeam(WorkerTeam.MaxThreads);
        int arrived = 0;
        team.Run(new TeamWork(_ =>
        {
            Interlocked.Increment(ref arrived);
            team.Sync();
        }), team.Threads);
        arrived.ShouldBe(WorkerTeam.MaxThreads);
    });
}
