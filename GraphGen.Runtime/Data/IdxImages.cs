namespace GraphGen;

/// <summary>The images of an IDX file.</summary>
public sealed class IdxImages
{
    private readonly int[] _shape;

    internal IdxImages(float[] values, int[] shape)
    {
        Values = values;
        _shape = shape;
    }

    /// <summary>The pixels of all images, row-major in <see cref="Shape"/>, in [0, 1].</summary>
    public float[] Values { get; }

    /// <summary>The dimensions, as <c>[60000, 28, 28]</c>: how many images, then the shape of one.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The number of images.</summary>
    public int Count => _shape[0];

    /// <summary>Pixels in an image, as 784.</summary>
    public int ImageSize => Values.Length / Count;
}
