using GraphGen.Execution;

namespace GraphGen.Tests.Execution;

/// <summary>Work written as a lambda, and a time within which it has to end.</summary>
internal sealed class TeamWork(Action<int> part) : ITeamWork
{
    public static readonly TeamWork Nothing = new(_ => { });

    public void Run(int thread) => part(thread);

    /// <summary>Runs a test that would hang if it failed.</summary>
    public static Task InTime(Action test) =>
        Task.Factory.StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(TimeSpan.FromMinutes(1));
}
