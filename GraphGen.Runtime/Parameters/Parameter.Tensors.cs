using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using GraphGen.Execution;

namespace GraphGen;

/// <content>The same copies from and to tensors of the parameter's own shape, dense or not.</content>
public sealed partial class Parameter
{
    private static readonly nint[] Zeros = new nint[2];

    /// <summary>Copies the values out.</summary>
    /// <param name="destination">A tensor of exactly <see cref="Shape"/>, of whatever strides.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another shape.</exception>
    public void CopyTo(in TensorSpan<float> destination)
    {
        RequireShape(destination.Lengths, nameof(destination));
        Unpack(_values, _offset, destination);
    }

    /// <summary>Overwrites the values. Any value is accepted, NaN and infinities too.</summary>
    /// <param name="source">A tensor of exactly <see cref="Shape"/>, of whatever strides.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> has another shape.</exception>
    public void CopyFrom(in ReadOnlyTensorSpan<float> source)
    {
        RequireShape(source.Lengths, nameof(source));
        Write(source);
        Network.ParametersChanged();
    }

    /// <summary>
    /// Copies out the gradient of the mean loss with respect to this parameter, as the network's last <c>ComputeGradients</c> left it.
    /// </summary>
    /// <param name="destination">A tensor of exactly <see cref="Shape"/>, of whatever strides.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another shape.</exception>
    /// <exception cref="InvalidOperationException">This parameter is a moving statistic or its layer is frozen.</exception>
    public void CopyGradientTo(in TensorSpan<float> destination)
    {
        Arena gradients = RequireGradients();
        RequireShape(destination.Lengths, nameof(destination));
        Unpack(gradients, _gradientOffset, destination);
    }

    private ReadOnlySpan<nint> Origin => Zeros.AsSpan(0, _shape.Length);

    private void Write(in ReadOnlyTensorSpan<float> source)
    {
        if (source.TryGetSpan(Origin, Length, out ReadOnlySpan<float> contiguous))
        {
            Write(contiguous);
            return;
        }

        ref float first = ref Unsafe.Add(ref _values.Start, _offset);
        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                Element(ref first, row, column) = _shape.Length == 2 ? source[row, column] : source[column];
            }
        }
    }

    private void Unpack(Arena arena, int offset, in TensorSpan<float> destination)
    {
        if (destination.TryGetSpan(Origin, Length, out Span<float> contiguous))
        {
            Unpack(arena, offset, contiguous);
            return;
        }

        ref float first = ref Unsafe.Add(ref arena.Start, offset);
        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                ref float target = ref _shape.Length == 2 ? ref destination[row, column] : ref destination[column];
                target = Element(ref first, row, column);
            }
        }
    }

    private ref float Element(ref float first, int row, int column) => ref Unsafe.Add(ref first, Index(row, column));

    private void RequireShape(ReadOnlySpan<nint> actual, string argument)
    {
        bool equal = actual.Length == _shape.Length;
        for (int dimension = 0; equal && dimension < actual.Length; dimension++)
        {
            equal = actual[dimension] == _shape[dimension];
        }

        if (!equal)
        {
            throw new ArgumentException(
                $"Parameter '{Name}' has the shape {ShapeText.Of(_shape)}, but the tensor given has {ShapeText.Of(actual)}.",
                argument);
        }
    }
}
