using System.Numerics;
using System.Numerics.Tensors;
using static System.FormattableString;

namespace GraphGen;

/// <summary>Integers or floating-point numbers in a NumPy file.</summary>
internal sealed class NpyNumber<T>(string code) : NpyElement<T>(code)
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public override float[] ToFloats(Array values)
    {
        if (typeof(T) == typeof(float))
        {
            return (float[])values;
        }

        float[] floats = GC.AllocateUninitializedArray<float>(values.Length);
        TensorPrimitives.ConvertTruncating<T, float>((T[])values, floats);
        return floats;
    }

    /// <inheritdoc/>
    public override int[] ToInts(Array values)
    {
        if (typeof(T) == typeof(int))
        {
            return (int[])values;
        }

        T[] numbers = (T[])values;
        int[] integers = GC.AllocateUninitializedArray<int>(numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            // Every integer of 32 bits is a double, and what is none does not become one by rounding to a double.
            double number = double.CreateTruncating(numbers[i]);
            integers[i] = number >= int.MinValue && number <= int.MaxValue && number == Math.Truncate(number)
                ? (int)number
                : throw new InvalidDataException(Invariant($"Element {i} is {numbers[i]}, which is no integer of 32 bits."));
        }

        return integers;
    }
}
