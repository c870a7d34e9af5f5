using GraphGen.Benchmarks.Measuring;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Threading;

/// <summary>What threads cost before they do any work.</summary>
internal static class ForkJoin
{
    private const int Syncs = 100;
    private const double SampleSeconds = 1e-3;

    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures an empty run of a team and a barrier inside a run, in turns.</summary>
    /// <param name="threads">Threads of the team.</param>
    /// <param name="rounds">Rounds, at least 1.</param>
    /// <returns>The median seconds of a run and of a barrier.</returns>
    public static (double Run, double Sync) Measure(int threads, int rounds)
    {
        var team = new WorkerTeam(threads);
        Workload empty = Repeat(team, new Barriers(team, 0)), barriers = Repeat(team, new Barriers(team, Syncs));
        var seconds = Alternating.Measure([empty.TimeWarm, barriers.TimeWarm], rounds, SampleSeconds, WarmUpPause);
        double run = Statistics.Quantile(seconds[0], 0.5);
        return (run, (Statistics.Quantile(seconds[1], 0.5) - run) / Syncs);
    }

    private static Workload Repeat(WorkerTeam team, Barriers work) => new("fork and join", 0, repetitions =>
    {
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            team.Run(work, team.Threads);
        }

        return team.Threads;
    });

    private sealed class Barriers(WorkerTeam team, int count) : ITeamWork
    {
        public void Run(int thread)
        {
            for (int sync = 0; sync < count; sync++)
            {
                team.Sync();
            }
        }
    }
}
