using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>Work that the threads of a <see cref="WorkerTeam"/> do together: all run the same method, each on its own part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITeamWork
{
    /// <summary>
    /// One thread's part. Every active thread must reach the same calls of <see cref="WorkerTeam.Sync"/>, or those that wait there
    /// wait for ever; a thread that throws sets the others free.
    /// </summary>
    /// <param name="thread">The thread's number: 0 for the one that called <see cref="WorkerTeam.Run"/>, then 1, 2, ... for the workers.</param>
    void Run(int thread);
}
