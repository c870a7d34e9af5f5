using System.ComponentModel;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>The weights of a batch's rows in the loss, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchWeights
{
    /// <summary>Checks the weights and copies them to where the loss reads them. To be called when the memory has room for the rows.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="weights">One weight per row: a finite number, at least 0.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <exception cref="ArgumentException">There are not as many weights as rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or NaN.</exception>
    public static void Load(NetworkMemory memory, ReadOnlySpan<float> weights, int rows)
    {
        if (weights.Length != rows)
        {
            throw Guard.Invalid(nameof(weights), $"There are {weights.Length} weights for {rows} rows of inputs", $"pass one weight for each row");
        }

        for (int row = 0; row < rows; row++)
        {
            if (!(weights[row] >= 0 && float.IsFinite(weights[row])))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), Invariant($"The weight of row {row} is {weights[row]}: weights are finite numbers from 0 on, such as 1."));
            }
        }

        weights.CopyTo(memory.RowWeights);
    }
}
