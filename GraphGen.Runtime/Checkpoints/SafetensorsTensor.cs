namespace GraphGen;

/// <summary>What a safetensors header says about one tensor.</summary>
/// <param name="Type">The element type, as <c>F32</c>.</param>
/// <param name="Shape">The dimensions; none for a scalar.</param>
/// <param name="Begin">Where its bytes begin, from the start of the data on.</param>
/// <param name="End">Where they end, exclusive.</param>
internal sealed record SafetensorsTensor(string Type, long[] Shape, long Begin, long End)
{
    public const string Float32 = "F32";

    public bool HasShape(ReadOnlySpan<int> expected)
    {
        bool equal = Shape.Length == expected.Length;
        for (int dimension = 0; equal && dimension < expected.Length; dimension++)
        {
            equal = Shape[dimension] == expected[dimension];
        }

        return equal;
    }

    /// <summary>Whether the bytes are as many as a shape of 32-bit floats needs. The bytes of other types are not looked at.</summary>
    public bool HasRightSize()
    {
        long elements = 1;
        foreach (long dimension in Shape)
        {
            if (dimension != 0 && elements > long.MaxValue / sizeof(float) / dimension)
            {
                return false;
            }

            elements *= dimension;
        }

        return Type != Float32 || End - Begin == elements * sizeof(float);
    }
}
