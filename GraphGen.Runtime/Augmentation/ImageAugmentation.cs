using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// How to distort training images a little and at random, anew in every epoch, so that a network learns what does not matter (Simard,
/// Steinkraus and Platt, "Best practices for convolutional neural networks applied to visual document analysis", ICDAR 2003). What
/// becomes of an image depends on the seed, the epoch and its row alone, not on the order or the thread in which images come.
/// Every property checks its value at once; a technique whose property is 0, the default, is not used.
/// </summary>
/// <remarks>
/// <para>
/// An image is a row of a data set, <c>[height, width, channels]</c> row-major, so that the channels of a pixel lie together. All channels
/// are moved alike, and noise is drawn for each value. With x to the right and y down from the middle of the image, a point p of
/// the image goes to <c>q = R K s F p + t</c>: the flip F first, then the scale s, the shear K, the rotation R and the shift t. The
/// elastic displacement u is found at the new place: the new image at q is the old one at <c>inverse(q) + u(q)</c>, one bilinear
/// interpolation for all of it. Noise is added at the end.
/// </para>
/// <para>
/// Immutable: any number of threads may use it, each with its own <see cref="ImageAugmenter"/>.
/// </para>
/// </remarks>
public sealed class ImageAugmentation
{
    /// <summary>An augmentation that changes nothing until its properties say what.</summary>
    /// <param name="height">Pixels from top to bottom, from 1 to 4096.</param>
    /// <param name="width">Pixels from left to right, from 1 to 4096.</param>
    /// <param name="channels">Values of a pixel, at least 1: 1 for grey, 3 for colours.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of its range, or the image with a frame of 3 pixels fits into no array.</exception>
    public ImageAugmentation(int height, int width, int channels = 1)
    {
        Height = Side(height, nameof(height));
        Width = Side(width, nameof(width));
        long most = Array.MaxLength / ((long)(height + ImageSampler.Around) * (width + ImageSampler.Around));
        Channels = channels >= 1 && channels <= most
            ? channels
            : throw new ArgumentOutOfRangeException(
                nameof(channels), Invariant($"A pixel of an image of {height} x {width} has from 1 to {most} values, not {channels}."));
    }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Values of a pixel.</summary>
    public int Channels { get; }

    /// <summary>Values of an image: the features of a row of the data.</summary>
    public int ImageSize => Height * Width * Channels;

    /// <summary>
    /// The largest shift in pixels, finite and at least 0: each axis is shifted by a number uniform in [-Shift, Shift], fractions of a
    /// pixel included.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Shift
    {
        get;
        init => field = AtLeastZero(value, nameof(Shift));
    }

    /// <summary>The largest rotation in degrees, from 0 to 180: the angle is uniform in [-Rotation, Rotation], positive against the clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Rotation
    {
        get;
        init => field = value is >= 0 and <= 180 ? value : throw OutOfRange(value, nameof(Rotation), "from 0 to 180");
    }

    /// <summary>
    /// The largest relative change of size, from 0 inclusive to 1 exclusive: both axes are scaled by one factor, uniform in [1 - Scale, 1 + Scale].
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Scale
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw OutOfRange(value, nameof(Scale), "from 0 inclusive to 1 exclusive");
    }

    /// <summary>
    /// The largest slant in degrees, from 0 inclusive to 90 exclusive: vertical lines are turned by an angle uniform in [-Shear, Shear] while
    /// horizontal ones stay, x += tan(angle) y.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Shear
    {
        get;
        init => field = value is >= 0 and < 90 ? value : throw OutOfRange(value, nameof(Shear), "from 0 inclusive to 90 exclusive");
    }

    /// <summary>
    /// Elastic distortion (Simard, Steinkraus and Platt 2003): the standard deviation, in pixels and along each axis, by which points are
    /// displaced; finite and at least 0. Their factor alpha for noise uniform in [-1, 1], not normalised after smoothing, is
    /// <c>alpha = ElasticStrength * ElasticSmoothness * sqrt(12 pi)</c>: alpha 34 at a smoothness of 4 is a strength of 1.4.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float ElasticStrength
    {
        get;
        init => field = AtLeastZero(value, nameof(ElasticStrength));
    }

    /// <summary>
    /// How far in pixels an elastic displacement reaches: the standard deviation sigma of the bell curve that smooths it, finite and at least 0.5;
    /// default 4, the value of Simard, Steinkraus and Platt. The bell curve is a cubic B-spline of that standard deviation.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float ElasticSmoothness
    {
        get;
        init => field = value >= 0.5f && float.IsFinite(value) ? value : throw OutOfRange(value, nameof(ElasticSmoothness), "0.5 or more, and finite");
    } = 4;

    /// <summary>The standard deviation of the normal noise that is added to each value of the image, finite and at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float Noise
    {
        get;
        init => field = AtLeastZero(value, nameof(Noise));
    }

    /// <summary>The probability, from 0 to 1, that left and right are exchanged. Not for digits or letters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public float HorizontalFlip
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw OutOfRange(value, nameof(HorizontalFlip), "from 0 to 1");
    }

    /// <summary>What lies around the image, finite; default 0. Where inputs are standardised, it is the background's value afterwards.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public float Fill
    {
        get;
        init => field = float.IsFinite(value) ? value : throw OutOfRange(value, nameof(Fill), "finite");
    }

    /// <summary>The seed of everything that is drawn.</summary>
    public ulong Seed { get; init; }

    /// <summary>Makes what one thread needs to distort images.</summary>
    public ImageAugmenter CreateAugmenter() => new(this);

    /// <summary>The size of the images and what is done to them, the same in every culture.</summary>
    public override string ToString()
    {
        (string Name, float Value)[] techniques =
        [
            (nameof(Shift), Shift), (nameof(Rotation), Rotation), (nameof(Scale), Scale), (nameof(Shear), Shear),
            (nameof(ElasticStrength), ElasticStrength), (nameof(Noise), Noise), (nameof(HorizontalFlip), HorizontalFlip),
        ];
        IEnumerable<string> used = techniques.Where(technique => technique.Value > 0).Select(technique => Invariant($", {technique.Name} = {technique.Value}"));
        return Invariant($"ImageAugmentation {{ {Height} x {Width} x {Channels}{string.Concat(used)} }}");
    }

    // Single precision finds places in an image of this size to a thousandth of a pixel.
    private static int Side(int pixels, string argument)
    {
        const int Most = 4096;
        return pixels is >= 1 and <= Most
            ? pixels
            : throw new ArgumentOutOfRangeException(argument, Invariant($"The {argument} is {pixels} pixels, but must be from 1 to {Most}."));
    }

    private static float AtLeastZero(float value, string property) =>
        value >= 0 && float.IsFinite(value) ? value : throw OutOfRange(value, property, "0 or more, and finite");

    private static ArgumentOutOfRangeException OutOfRange(float value, string property, string range) =>
        new(property, Invariant($"{property} is {value}, but must be {range}."));
}
