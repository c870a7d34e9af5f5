using System.Runtime.InteropServices;

namespace GraphGen.Tests.EndToEnd;

/// <summary>Reads all that a network has learned, as bits: two values are equal only to the last of them.</summary>
internal static class ParameterValues
{
    /// <summary>Every parameter and moving statistic, one after the other.</summary>
    public static float[] Values(this ParameterCollection parameters)
    {
        float[] values = new float[parameters.Sum(parameter => parameter.Length)];
        int start = 0;
        foreach (Parameter parameter in parameters)
        {
            parameter.CopyTo(values.AsSpan(start, parameter.Length));
            start += parameter.Length;
        }

        return values;
    }

    /// <summary>Whether the two hold the same bits.</summary>
    public static bool HasBitsOf(this float[] values, float[] others) =>
        MemoryMarshal.Cast<float, int>(values).SequenceEqual(MemoryMarshal.Cast<float, int>(others));
}
