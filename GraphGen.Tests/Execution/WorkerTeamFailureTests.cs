using System.Runtime.CompilerServices;
using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Execution.TeamWork;

namespace GraphGen.Tests.Execution;

/// <summary>What happens to a team whose work throws.</summary>
public sealed class WorkerTeamFailureTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    [InlineData(4, 3)]
    public Task A_failing_worker_is_named_and_nobody_hangs_in_Sync(int threads, int failing) => InTime(() =>
    {
        var team = new WorkerTeam(threads);
        for (int attempt = 0; attempt < 10; attempt++)
        {
            InvalidOperationException exception = Should.Throw<InvalidOperationException>(() => team.Run(FailAt(team, attempt, failing), threads));
            exception.Message.ShouldContain($"worker thread {failing} failed: No luck on {failing}.");
            exception.InnerException.ShouldBeOfType<BadLuckException>().StackTrace.ShouldNotBeNull().ShouldContain(nameof(ThrowBadLuck));
            ShouldStillRun(team);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public Task The_callers_own_exception_comes_out_as_it_is(int active) => InTime(() =>
    {
        var team = new WorkerTeam(4);
        for (int attempt = 0; attempt < 10; attempt++)
        {
            Should.Throw<BadLuckException>(() => team.Run(FailAt(team, attempt, 0), active))
                .StackTrace.ShouldNotBeNull().ShouldContain(nameof(ThrowBadLuck));
            ShouldStillRun(team);
        }
    });

    [Fact]
    public Task Of_several_failing_workers_the_lowest_is_reported() => InTime(() =>
    {
        var team = new WorkerTeam(4);
        Should.Throw<InvalidOperationException>(() => team.Run(FailAt(team, 0, 3, 2), 4)).Message.ShouldContain("worker thread 2 failed");
        ShouldStillRun(team);
    });

    [Fact]
    public Task When_all_fail_the_callers_exception_is_reported_and_the_others_are_forgotten() => InTime(() =>
    {
        var team = new WorkerTeam(4);
        Should.Throw<BadLuckException>(() => team.Run(FailAt(team, 0, 0, 1, 2, 3), 4)).Message.ShouldBe("No luck on 0.");
        ShouldStillRun(team);
    });

    [Fact]
    public Task A_worker_may_fail_where_nobody_waits() => InTime(() =>
    {
        var team = new WorkerTeam(3);
        int finished = 0;
        Should.Throw<InvalidOperationException>(() => team.Run(new TeamWork(thread =>
        {
            if (thread == 2)
            {
                ThrowBadLuck(thread);
            }

            Interlocked.Increment(ref finished);
        }), 3));
        finished.ShouldBe(2);
        ShouldStillRun(team);
    });

    /// <summary>Work of five phases whose <paramref name="failing"/> threads throw in one of them.</summary>
    private static TeamWork FailAt(WorkerTeam team, int attempt, params int[] failing) => new(thread =>
    {
        for (int phase = 0; phase < 5; phase++)
        {
            if (phase == attempt % 5 && failing.Contains(thread))
            {
                ThrowBadLuck(thread);
            }

            if (phase < 4)
            {
                team.Sync();
            }
        }
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBadLuck(int thread) => throw new BadLuckException($"No luck on {thread}.");

    private static void ShouldStillRun(WorkerTeam team)
    {
        int arrived = 0;
        int early = 0;
        team.Run(new TeamWork(_ =>
        {
            Interlocked.Increment(ref arrived);
            team.Sync();
            if (Volatile.Read(ref arrived) != team.Threads)
            {
                Interlocked.Increment(ref early);
            }
        }), team.Threads);
        (arrived, early).ShouldBe((team.Threads, 0));
    }

    private sealed class BadLuckException(string message) : Exception(message);
}
