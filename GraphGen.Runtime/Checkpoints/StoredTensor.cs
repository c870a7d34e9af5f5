using GraphGen.Execution;

namespace GraphGen;

/// <summary>One tensor of a checkpoint: the values of a parameter, or numbers that training keeps for each of them.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Parameter">The parameter, which gives the shape.</param>
/// <param name="State">The arena of the numbers, laid out like the gradients; null for the values themselves.</param>
internal readonly record struct StoredTensor(string Name, Parameter Parameter, Arena? State = null)
{
    /// <summary>Copies the numbers out, row-major.</summary>
    public void CopyTo(Span<float> destination)
    {
        if (State is null)
        {
            Parameter.CopyTo(destination);
        }
        else
        {
            Parameter.CopyStateTo(State, destination);
        }
    }

    /// <summary>Overwrites the numbers, without telling the network.</summary>
    public void Write(ReadOnlySpan<float> source)
    {
        if (State is null)
        {
            Parameter.Write(source);
        }
        else
        {
            Parameter.WriteState(State, source);
        }
    }
}
