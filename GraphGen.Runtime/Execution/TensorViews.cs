using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>Views dense tensors as the spans of rows that kernels read and write, without copying or allocating.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TensorViews
{
    /// <summary>The values of a tensor of shape [rows, <paramref name="width"/>] or [<paramref name="width"/>], row by row.</summary>
    /// <param name="tensor">A dense tensor: its rows follow each other in memory.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="argument">The name of the argument that holds the tensor.</param>
    /// <exception cref="ArgumentException">The tensor has another shape, no row, or is not dense.</exception>
    public static ReadOnlySpan<float> Rows(in ReadOnlyTensorSpan<float> tensor, int width, string argument)
    {
        int length = CheckedLength(tensor.Lengths, tensor.Strides, width, argument);
        return MemoryMarshal.CreateReadOnlySpan(in tensor.GetPinnableReference(), length);
    }

    /// <inheritdoc cref="Rows(in ReadOnlyTensorSpan{float}, int, string)"/>
    public static Span<float> Rows(in TensorSpan<float> tensor, int width, string argument)
    {
        int length = CheckedLength(tensor.Lengths, tensor.Strides, width, argument);
        return MemoryMarshal.CreateSpan(ref tensor.GetPinnableReference(), length);
    }

    private static int CheckedLength(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, int width, string argument)
    {
        if (lengths.Length is not (1 or 2) || lengths[^1] != width || lengths[0] == 0)
        {
            throw Guard.Invalid(
                argument,
                $"The tensor has shape {ShapeText.Of(lengths)} where [rows, {width}] or [{width}] is needed",
                $"pass one of these, with at least one row");
        }

        nint rows = lengths.Length == 2 ? lengths[0] : 1;
        if (rows > Array.MaxLength / width)
        {
            throw Guard.Invalid(
                argument,
                $"The tensor of shape {ShapeText.Of(lengths)} is too large for one call",
                $"pass at most {Array.MaxLength / width} rows");
        }

        // The stride of a dimension of length 1 is never taken, so it may be anything.
        if ((width > 1 && strides[^1] != 1) || (rows > 1 && strides[0] != width))
        {
            throw Guard.Invalid(
                argument,
                $"The tensor of shape {ShapeText.Of(lengths)} is not dense, having strides {ShapeText.Of(strides)}",
                $"copy it into a dense tensor first");
        }

        return (int)rows * width;
    }
}
