using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GraphGen.Execution;

/// <summary>
/// The common L2 norm of all gradients, for clipping by it. Each thread squares its own column blocks; the sums are added up block after block,
/// so that the norm is the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientNorm
{
    private static readonly Vector<float> Lanes = Vector<float>.Indices;

    /// <summary>Sums the squares of a parameter's gradient, one number for each column block. Padding does not count.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="offset">Where the gradient begins in the arena.</param>
    /// <param name="rows">Rows of the parameter as it is stored; 1 for a vector.</param>
    /// <param name="columns">Columns of the parameter as it is stored.</param>
    /// <param name="block">Floats of a column block.</param>
    /// <param name="blocks">Which of its column blocks.</param>
    /// <param name="firstSum">Where the sum of its first column block belongs.</param>
    /// <param name="counts">Whether the layer is trained: the gradients of others count as zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Square(NetworkMemory memory, int offset, int rows, int columns, nint block, BlockRange blocks, int firstSum, bool counts)
    {
        for (nint index = blocks.First; index < blocks.End; index++)
        {
            int width = Math.Min(ColumnBlocks.Width, columns - ((int)index * ColumnBlocks.Width));
            memory.SquareSums[firstSum + index] = counts ? Square(ref memory.Gradients.At(offset + (index * block)), rows, width) : 0;
        }
    }

    /// <summary>What gradients are multiplied with so that their norm is at most a limit: <c>min(1, limit / norm)</c>; NaN where a gradient is not finite.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="sums">How many sums of squares there are.</param>
    /// <param name="limit">The largest norm.</param>
    public static float Scale(NetworkMemory memory, int sums, double limit)
    {
        double sum = 0;
        foreach (double part in memory.SquareSums.AsSpan(0, sums))
        {
            sum += part;
        }

        double scale = limit / Math.Sqrt(sum);
        return double.IsFinite(sum) ? (float)Math.Min(1, scale) : float.NaN;
    }

    private static double Square(ref float block, int rows, int width)
    {
        double total = 0;
        for (int lane = 0; lane < width; lane += Vector<float>.Count)
        {
            Vector<int> inside = Vector.LessThan(Lanes, new Vector<float>(width - lane));

            // Squares of single precision overflow it long before the gradients do.
            Vector<double> sum = Vector<double>.Zero;
            for (int row = 0; row < rows; row++)
            {
                Vector<float> gradient = Vector.ConditionalSelect(inside, Vector.LoadUnsafe(ref block, (nuint)((row * ColumnBlocks.Width) + lane)), Vector<float>.Zero);
                Vector.Widen(gradient, out Vector<double> low, out Vector<double> high);
                sum += (low * low) + (high * high);
            }

            total += Vector.Sum(sum);
        }

        return total;
    }
}
