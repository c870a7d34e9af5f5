using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GraphGen;

/// <summary>
/// Bilinear interpolation in an image. The image is copied into a frame of what lies around it, and places further out are moved
/// onto the frame, so that no pixel needs a test. Plain products and sums: the results are the same on every processor.
/// </summary>
internal sealed class ImageSampler
{
    /// <summary>Pixels of the frame along an axis: one before the image, and behind it one to be at and its neighbour.</summary>
    public const int Around = 3;

    private const int Before = 1;

    private readonly int _height;
    private readonly int _width;
    private readonly int _channels;
    private readonly int _stride;
    private readonly float[] _framed;
    private readonly int[] _corners;
    private readonly float[] _fractionsX;
    private readonly float[] _fractionsY;
    private readonly float[] _displacementsX;
    private readonly float[] _displacementsY;

    /// <summary>Allocates what an image of this size needs.</summary>
    public ImageSampler(int height, int width, int channels, float fill)
    {
        _height = height;
        _width = width;
        _channels = channels;
        _stride = (width + Around) * channels;
        _framed = new float[(height + Around) * _stride];
        _framed.AsSpan().Fill(fill);
        int padded = PaddedWidth(width);
        _corners = new int[padded];
        _fractionsX = new float[padded];
        _fractionsY = new float[padded];
        _displacementsX = new float[padded];
        _displacementsY = new float[padded];
    }

    /// <summary>A row's pixels, rounded up to whole vectors.</summary>
    public static int PaddedWidth(int width) => (width + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>Fills <paramref name="destination"/>, which may be <paramref name="image"/> itself.</summary>
    /// <param name="image"><c>[height, width, channels]</c>.</param>
    /// <param name="destination">As many values.</param>
    /// <param name="map">Where in the image a pixel of the destination comes from.</param>
    /// <param name="field">A displacement of that place, or null.</param>
    public void Sample(ReadOnlySpan<float> image, Span<float> destination, in AffineMap map, ElasticField? field)
    {
        int rowSize = _width * _channels;
        for (int y = 0; y < _height; y++)
        {
            image.Slice(y * rowSize, rowSize).CopyTo(_framed.AsSpan(((y + Before) * _stride) + (Before * _channels)));
        }

        for (int y = 0; y < _height; y++)
        {
            field?.Row(y, _displacementsX, _displacementsY);
            Locate(
                (float)((map.XByY * y) + map.X0), (float)map.XByX, (float)((map.YByY * y) + map.Y0), (float)map.YByX, field is not null);
            Interpolate(destination.Slice(y * rowSize, rowSize));
        }
    }

    // Finds where each pixel of a row comes from: its upper left neighbour in the frame, and how far it is from it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Locate(float startX, float stepX, float startY, float stepY, bool isDisplaced)
    {
        Vector256<float> outside = Vector256.Create(-(float)Before);
        Vector256<float> right = Vector256.Create((float)_width);
        Vector256<float> bottom = Vector256.Create((float)_height);
        Vector256<float> lanes = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);
        int frameStart = (Before * _stride) + (Before * _channels);
        ref float displacementX = ref MemoryMarshal.GetArrayDataReference(_displacementsX);
        ref float displacementY = ref MemoryMarshal.GetArrayDataReference(_displacementsY);
        ref float fractionX = ref MemoryMarshal.GetArrayDataReference(_fractionsX);
        ref float fractionY = ref MemoryMarshal.GetArrayDataReference(_fractionsY);
        ref int corner = ref MemoryMarshal.GetArrayDataReference(_corners);
        for (nuint first = 0; first < (nuint)_corners.Length; first += (nuint)Vector256<float>.Count)
        {
            Vector256<float> column = lanes + Vector256.Create((float)first);
            Vector256<float> x = (column * stepX) + Vector256.Create(startX);
            Vector256<float> y = (column * stepY) + Vector256.Create(startY);
            if (isDisplaced)
            {
                x += Vector256.LoadUnsafe(ref displacementX, first);
                y += Vector256.LoadUnsafe(ref displacementY, first);
            }

            x = Vector256.MinNative(Vector256.MaxNative(x, outside), right);
            y = Vector256.MinNative(Vector256.MaxNative(y, outside), bottom);
            Vector256<float> wholeX = Vector256.Floor(x);
            Vector256<float> wholeY = Vector256.Floor(y);
            (x - wholeX).StoreUnsafe(ref fractionX, first);
            (y - wholeY).StoreUnsafe(ref fractionY, first);
            Vector256<int> place =
                (Vector256.ConvertToInt32Native(wholeY) * _stride) + (Vector256.ConvertToInt32Native(wholeX) * _channels);
            (place + Vector256.Create(frameStart)).StoreUnsafe(ref corner, first);
        }
    }

    // Nothing is checked: places were clamped to the frame.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Interpolate(Span<float> destination)
    {
        ref float framed = ref MemoryMarshal.GetArrayDataReference(_framed);
        ref float fractionX = ref MemoryMarshal.GetArrayDataReference(_fractionsX);
        ref float fractionY = ref MemoryMarshal.GetArrayDataReference(_fractionsY);
        ref int corner = ref MemoryMarshal.GetArrayDataReference(_corners);
        ref float target = ref MemoryMarshal.GetReference(destination);
        nint channels = _channels;
        nint stride = _stride;
        for (nint channel = 0; channel < channels; channel++)
        {
            for (nint x = 0; x < _width; x++)
            {
                ref float upper = ref Unsafe.Add(ref framed, Unsafe.Add(ref corner, x) + channel);
                ref float lower = ref Unsafe.Add(ref upper, stride);
                float across = Unsafe.Add(ref fractionX, x);
                float top = upper + (across * (Unsafe.Add(ref upper, channels) - upper));
                float bottom = lower + (across * (Unsafe.Add(ref lower, channels) - lower));
                Unsafe.Add(ref target, (x * channels) + channel) = top + (Unsafe.Add(ref fractionY, x) * (bottom - top));
            }
        }
    }
}
