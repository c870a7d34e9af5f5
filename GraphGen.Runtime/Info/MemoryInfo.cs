namespace GraphGen;

/// <summary>The bytes that a network holds, padding included.</summary>
/// <param name="Parameters">The parameters and moving statistics.</param>
/// <param name="Gradients">The gradients.</param>
/// <param name="OptimizerState">What the optimizer keeps for each parameter.</param>
/// <param name="DerivedCopies">Copies of parameters in another form, such as transposed weights.</param>
/// <param name="FixedWorkspace">Buffers whose size does not depend on the batch.</param>
/// <param name="WorkspacePerRow">Buffers for activations and their gradients, for each row of the largest batch.</param>
public sealed record MemoryInfo(
    long Parameters, long Gradients, long OptimizerState, long DerivedCopies, long FixedWorkspace, long WorkspacePerRow)
{
    /// <summary>Bytes in all while the buffers hold batches of <paramref name="rows"/> rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is negative.</exception>
    public long Total(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Parameters + Gradients + OptimizerState + DerivedCopies + FixedWorkspace + (WorkspacePerRow * rows);
    }
}
