namespace GraphGen.Execution;

/// <summary>Leads a thread out of its work after another thread failed. <see cref="WorkerTeam"/> catches it on every thread.</summary>
internal sealed class BrokenPhaseException()
    : Exception("Another thread of this network failed, so this one stops as well. That thread's exception says why.");
