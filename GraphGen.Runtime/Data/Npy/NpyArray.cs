namespace GraphGen;

/// <summary>An array of NumPy: numbers of one type, row-major, and their shape.</summary>
public sealed class NpyArray
{
    private readonly NpyElement _element;
    private readonly int[] _shape;

    internal NpyArray(NpyElement element, Array values, int[] shape)
    {
        _element = element;
        Values = values;
        _shape = shape;
    }

    /// <summary>An array of numbers, for instance to be written.</summary>
    /// <typeparam name="T">
    /// <see cref="bool"/>, an integer from <see cref="sbyte"/> and <see cref="byte"/> to <see cref="long"/> and <see cref="ulong"/>,
    /// <see cref="Half"/>, <see cref="float"/> or <see cref="double"/>.
    /// </typeparam>
    /// <param name="values">The numbers, row-major. Not copied.</param>
    /// <param name="shape">The size of each dimension; left out, there is one, of as many elements as there are numbers.</param>
    /// <exception cref="ArgumentException">The sizes do not multiply to the number of values.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static NpyArray Of<T>(T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] sizes = shape.IsEmpty ? [values.Length] : shape.ToArray();
        return NpyShape.ElementsOf(NpyShape.Widen(sizes)) == values.Length
            ? new NpyArray(NpyElement.Of<T>(), values, sizes)
            : throw new ArgumentException($"The shape {ShapeText.Of(sizes)} is not that of {values.Length} values.", nameof(shape));
    }

    /// <summary>The numbers, row-major: an array of <see cref="ElementType"/> of one dimension.</summary>
    public Array Values { get; }

    /// <summary>What the numbers are, such as <c>typeof(float)</c>.</summary>
    public Type ElementType => _element.Type;

    /// <summary>The size of each dimension, as <c>[60000, 28, 28]</c>; empty for a single number.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The numbers, not copied, where their type is known.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <exception cref="InvalidOperationException">They are of another type.</exception>
    public T[] As<T>()
        where T : unmanaged =>
        ElementType == typeof(T)
            ? (T[])Values
            : throw new InvalidOperationException(
                $"The numbers are of type {ElementType.Name}, not {typeof(T).Name}: ask for that, or convert them by ToFloats or ToInts.");

    /// <summary>The numbers in single precision: not copied where they are so already, else rounded to the nearest; false and true become 0 and 1.</summary>
    public float[] ToFloats() => _element.ToFloats(Values);

    /// <summary>The numbers as integers of 32 bits: not copied where they are so already; false and true become 0 and 1.</summary>
    /// <exception cref="InvalidDataException">A number is none, such as 2.5, or lies beyond their range; the message says which.</exception>
    public int[] ToInts() => _element.ToInts(Values);

    internal NpyElement Element => _element;
}
