using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GraphGen.Execution;

namespace GraphGen.Benchmarks.Measuring;

/// <summary>
/// How fast one core reads and writes a buffer of a given size: each number is read, multiplied and written back to its place, as an
/// optimizer does with parameters and state. So it is STREAM's "scale" in place (McCalpin, "Memory Bandwidth and Machine Balance
/// in Current High Performance Computers", 1995), and a byte that is read and a byte that is written count as two.
/// </summary>
internal static class Bandwidth
{
    private const int VectorsPerTurn = 4;

    /// <summary>The work of one pass.</summary>
    /// <param name="bytes">Size of the buffer.</param>
    /// <returns>The work, and the bytes that it reads and writes.</returns>
    public static (Workload Workload, double Traffic) Of(long bytes)
    {
        InstructionSet set = InstructionSet.Chosen;
        int block = VectorsPerTurn * set.Lanes;
        var buffer = new Arena((int)Math.Max(1, bytes / (sizeof(float) * block)) * block);
        Action<Arena> pass = set.Lanes switch
        {
            16 => Pass<Vector512<float>, Fma512>,
            8 => Pass<Vector256<float>, Fma256>,
            _ => Pass<Vector128<float>, Fma128>,
        };
        return (new("bandwidth", buffer.Length, Repeat), 2.0 * sizeof(float) * buffer.Length);

        float Repeat(int repetitions)
        {
            for (int repetition = 0; repetition < repetitions; repetition++)
            {
                pass(buffer);
            }

            return buffer.Start;
        }
    }

    // Multiplication by -1 of the arena's zeros keeps every number in range for ever.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass<TVector, TFma>(Arena buffer)
        where TVector : struct
        where TFma : struct, IFmaOperations<TVector>
    {
        TVector factor = TFma.Create(-1), zero = TFma.Create(0);
        ref TVector vector = ref Unsafe.As<float, TVector>(ref buffer.Start);
        for (int turn = buffer.Length * sizeof(float) / (VectorsPerTurn * Unsafe.SizeOf<TVector>()); turn > 0; turn--)
        {
            vector = TFma.MultiplyAdd(vector, factor, zero);
            Unsafe.Add(ref vector, 1) = TFma.MultiplyAdd(Unsafe.Add(ref vector, 1), factor, zero);
            Unsafe.Add(ref vector, 2) = TFma.MultiplyAdd(Unsafe.Add(ref vector, 2), factor, zero);
            Unsafe.Add(ref vector, 3) = TFma.MultiplyAdd(Unsafe.Add(ref vector, 3), factor, zero);
            vector = ref Unsafe.Add(ref vector, VectorsPerTurn);
        }
    }
}
