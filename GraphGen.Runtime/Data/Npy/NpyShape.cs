namespace GraphGen;

/// <summary>Arithmetic with the sizes of dimensions.</summary>
internal static class NpyShape
{
    /// <summary>The number of elements; -1 where a size is negative, or where they are more than 64 bits count.</summary>
    public static long ElementsOf(ReadOnlySpan<long> shape)
    {
        Int128 elements = 1;
        foreach (long size in shape)
        {
            elements *= size;
            if (size < 0 || elements > long.MaxValue)
            {
                return -1;
            }
        }

        return (long)elements;
    }

    /// <summary>Sizes in 64 bits.</summary>
    public static long[] Widen(ReadOnlySpan<int> shape)
    {
        long[] sizes = new long[shape.Length];
        for (int dimension = 0; dimension < sizes.Length; dimension++)
        {
            sizes[dimension] = shape[dimension];
        }

        return sizes;
    }
}
