using System.ComponentModel;
using System.Runtime.CompilerServices;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// A tensor that a network owns: a weight matrix <c>[inputs, units]</c>, or a vector <c>[units]</c> such as a bias or a
/// moving statistic. Whatever the layout inside, values go in and out in logical row-major order.
/// Copying allocates nothing; it must not run at the same time as a training step of the same network.
/// </summary>
public sealed partial class Parameter
{
    private readonly int[] _shape;
    private readonly Arena _values;
    private readonly int _offset;
    private readonly Arena? _gradients;
    private readonly int _gradientOffset;
    private readonly int _rows;
    private readonly int _columns;
    private readonly bool _isTransposed;
    private readonly nint _blockStride;

    /// <summary>For emitted code.</summary>
    /// <param name="name">The layer's name and the parameter's own, as in <c>dense1.weight</c>.</param>
    /// <param name="shape"><c>[units]</c> or <c>[inputs, units]</c>.</param>
    /// <param name="values">The arena that holds the values.</param>
    /// <param name="offset">Where they begin: a vector is contiguous, a matrix lies in column blocks of <c>Padded(inputs)</c> rows.</param>
    /// <param name="gradients">The arena that holds the gradient in the same layout, or null where there is none.</param>
    /// <param name="gradientOffset">Where the gradient begins.</param>
    /// <param name="network">The owner, told when values were written.</param>
    /// <param name="trainable">Whether the declaration lets an optimizer change it.</param>
    /// <param name="isTransposed">Whether a matrix lies in memory as <c>[units, inputs]</c>, in column blocks of <c>Padded(units)</c> rows.</param>
    /// <exception cref="ArgumentException">
    /// The shape has no or more than two dimensions, a dimension below one, or does not fit into an arena.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Parameter(
        string name, int[] shape, Arena values, int offset, Arena? gradients, int gradientOffset, INetwork network, bool trainable, bool isTransposed = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(network);
        if (shape.Length is not (1 or 2) || shape.Min() < 1)
        {
            throw new ArgumentException(
                $"Parameter '{name}' has the shape {ShapeText.Of(shape)}: one or two dimensions, each of at least 1, are possible.",
                nameof(shape));
        }

        Name = name;
        Network = network;
        Trainable = trainable;
        _shape = [.. shape];
        _rows = shape.Length == 2 ? shape[0] : 1;
        _columns = shape[^1];
        _isTransposed = isTransposed;
        _blockStride = shape.Length == 2 ? (nint)ColumnBlocks.Width * ColumnBlocks.Padded(isTransposed ? _columns : _rows) : ColumnBlocks.Width;
        Length = checked(_rows * _columns);
        _values = values;
        _offset = offset;
        _gradients = gradients;
        _gradientOffset = gradientOffset;
        RequireRoom(values, offset, nameof(offset));
        if (gradients is not null)
        {
            RequireRoom(gradients, gradientOffset, nameof(gradientOffset));
        }
    }

    /// <summary>The layer's name and the parameter's own, as in <c>dense1.weight</c>. Unique within its network.</summary>
    public string Name { get; }

    /// <summary><c>[inputs, units]</c> for a matrix, <c>[units]</c> for a vector.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The number of elements: the product of <see cref="Shape"/>.</summary>
    public int Length { get; }

    /// <summary>
    /// Whether the declaration lets an optimizer change it: false for moving statistics and for layers declared <c>Frozen</c>.
    /// A layer's own switch at run time does not show here.
    /// </summary>
    public bool Trainable { get; }

    internal INetwork Network { get; }

    /// <summary>Whether the optimizer has it among its parameters, so that arenas of its state have a place for it.</summary>
    internal bool HasGradient => _gradients is not null;

    /// <summary>Copies the values out.</summary>
    /// <param name="destination">Receives <see cref="Length"/> elements, row-major.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    [OverloadResolutionPriority(1)]
    public void CopyTo(Span<float> destination)
    {
        RequireLength(destination.Length, nameof(destination));
        Unpack(_values, _offset, destination);
    }

    /// <summary>Overwrites the values. Any value is accepted, NaN and infinities too.</summary>
    /// <param name="source"><see cref="Length"/> elements, row-major.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> has another length.</exception>
    [OverloadResolutionPriority(1)]
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        RequireLength(source.Length, nameof(source));
        Write(source);
        Network.ParametersChanged();
    }

    /// <summary>
    /// Copies out the gradient of the mean loss, penalties included, with respect to this parameter. It is what the network's last
    /// <c>ComputeGradients</c> left, added to what waited where gradients are accumulated: zero before the first, and not meaningful after
    /// a <c>TrainStep</c>, which uses gradients up without keeping them all.
    /// </summary>
    /// <param name="destination">Receives <see cref="Length"/> elements, row-major.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="InvalidOperationException">This parameter is a moving statistic or its layer is frozen.</exception>
    [OverloadResolutionPriority(1)]
    public void CopyGradientTo(Span<float> destination)
    {
        Arena gradients = RequireGradients();
        RequireLength(destination.Length, nameof(destination));
        Unpack(gradients, _gradientOffset, destination);
    }

    /// <summary>The name and the shape, as in <c>dense1.weight [784, 300]</c>.</summary>
    public override string ToString() => $"{Name} {ShapeText.Of(_shape)}";

    /// <summary>Overwrites the values without telling the network: whoever writes several parameters tells it once, at the end.</summary>
    internal void Write(ReadOnlySpan<float> source) => Pack(source, _values, _offset);

    /// <summary>Copies out what an arena laid out like the gradients holds for this parameter, which must have a gradient.</summary>
    internal void CopyStateTo(Arena state, Span<float> destination) => Unpack(state, _gradientOffset, destination);

    /// <summary>Overwrites what an arena laid out like the gradients holds for this parameter, which must have a gradient.</summary>
    internal void WriteState(Arena state, ReadOnlySpan<float> source) => Pack(source, state, _gradientOffset);

    private void Pack(ReadOnlySpan<float> source, Arena arena, int offset)
    {
        ref float first = ref arena.At(offset);
        if (!_isTransposed)
        {
            ColumnBlocks.Pack(source, _rows, _columns, ref first, _blockStride);
            return;
        }

        for (int index = 0; index < source.Length; index++)
        {
            Element(ref first, index / _columns, index % _columns) = source[index];
        }
    }

    /// <summary>Copies the values as they are stored, padding and all, to the same place of an arena of the layout of the trained parameters.</summary>
    internal void CopyStored(Arena destination)
    {
        if (_gradients is not null)
        {
            int lanes = _isTransposed ? _rows : _columns;
            int length = _shape.Length == 1 ? ColumnBlocks.Padded(_columns) : (int)_blockStride * (ColumnBlocks.Padded(lanes) / ColumnBlocks.Width);
            _values.Span.Slice(_offset, length).CopyTo(destination.Span[_offset..]);
        }
    }

    private void Unpack(Arena arena, int offset, Span<float> destination)
    {
        ref float first = ref arena.At(offset);
        if (!_isTransposed)
        {
            ColumnBlocks.Unpack(ref first, _blockStride, _rows, _columns, destination);
            return;
        }

        for (int index = 0; index < destination.Length; index++)
        {
            destination[index] = Element(ref first, index / _columns, index % _columns);
        }
    }

    private nint Index(int row, int column)
    {
        (int stored, int lane) = _isTransposed ? (column, row) : (row, column);
        return ((lane / ColumnBlocks.Width) * _blockStride) + ((nint)stored * ColumnBlocks.Width) + (lane % ColumnBlocks.Width);
    }

    private Arena RequireGradients() => _gradients ?? throw new InvalidOperationException(
        $"Parameter '{Name}' has no gradient, because it is a moving statistic or its layer is frozen.");

    private void RequireLength(int actual, string argument)
    {
        if (actual != Length)
        {
            throw new ArgumentException(
                $"Parameter '{Name}' {ShapeText.Of(_shape)} has {Length} elements, but the span given has {actual}.", argument);
        }
    }

    private void RequireRoom(Arena arena, int offset, string argument)
    {
        if (offset < 0 || offset + Index(_rows - 1, _columns - 1) >= arena.Length)
        {
            throw new ArgumentException(
                Invariant($"Parameter '{Name}' {ShapeText.Of(_shape)} at offset {offset} does not fit into {arena.Length} floats."),
                argument);
        }
    }
}
