using System.ComponentModel;

namespace GraphGen.Execution;

/// <summary>A generated network of a class that library code can create without reflection: implemented explicitly by the emitted class.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetwork<TSelf> : INetwork
    where TSelf : INetwork<TSelf>
{
    /// <summary>Creates a network with fresh weights, as the class's constructor does.</summary>
    /// <param name="seed">The seed of the weights and of dropout.</param>
    /// <param name="threads">Threads that share a training step or an evaluation, at least 1.</param>
    /// <param name="batchCapacity">Rows of the largest batch that training expects, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    static abstract TSelf Create(ulong seed = 0, int threads = 1, int batchCapacity = 256);
}
