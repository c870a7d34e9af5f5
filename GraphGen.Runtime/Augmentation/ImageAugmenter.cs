using GraphGen.Numerics;
using static System.FormattableString;

namespace GraphGen;

/// <summary>
/// Distorts images as an <see cref="ImageAugmentation"/> says, one at a time and without allocating. It holds the buffers that this takes, so
/// each thread needs its own; which of them distorts an image makes no difference.
/// </summary>
public sealed class ImageAugmenter
{
    // The streams of a seed from here on belong to augmentation: 31 bits of epoch, 31 bits of row.
    private const ulong FirstStream = 1UL << 63;
    private const int RowBits = 31;

    private readonly ImageAugmentation _augmentation;
    private readonly ImageSampler _sampler;
    private readonly ElasticField? _field;

    internal ImageAugmenter(ImageAugmentation augmentation)
    {
        _augmentation = augmentation;
        (int height, int width) = (augmentation.Height, augmentation.Width);
        _sampler = new ImageSampler(height, width, augmentation.Channels, augmentation.Fill);
        _field = augmentation.ElasticStrength > 0
            ? new ElasticField(height, width, augmentation.ElasticStrength, augmentation.ElasticSmoothness)
            : null;
    }

    /// <summary>Distorts one image.</summary>
    /// <param name="image">The image, <c>[height, width, channels]</c> row-major.</param>
    /// <param name="destination">Receives as many values; may be <paramref name="image"/> itself.</param>
    /// <param name="epoch">The epoch, from 0 on.</param>
    /// <param name="row">The image's row in the data, from 0 on: with the seed and the epoch it decides all that is drawn.</param>
    /// <exception cref="ArgumentException">A span has another length than an image.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public void Apply(ReadOnlySpan<float> image, Span<float> destination, int epoch, int row)
    {
        RequireLength(image.Length, nameof(image));
        RequireLength(destination.Length, nameof(destination));
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        var random = new CounterRandom(_augmentation.Seed, FirstStream | ((ulong)epoch << RowBits) | (uint)row);
        Distortion distortion = Distortion.Draw(_augmentation, ref random);
        ulong noiseSeed = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        _field?.Draw(ref random);
        Distort(image, destination, distortion);
        if (_augmentation.Noise > 0)
        {
            NormalNoise.AddTo(destination, _augmentation.Noise, new DropoutKey(noiseSeed, step: 0, layer: 0, rate: 0));
        }
    }

    /// <summary>Moves the pixels as was drawn, and by the present elastic displacement.</summary>
    internal void Distort(ReadOnlySpan<float> image, Span<float> destination, in Distortion distortion)
    {
        if (_field is null && distortion == Distortion.None)
        {
            image.CopyTo(destination);
        }
        else
        {
            _sampler.Sample(image, destination, distortion.Inverse(_augmentation.Height, _augmentation.Width), _field);
        }
    }

    private void RequireLength(int actual, string argument)
    {
        if (actual != _augmentation.ImageSize)
        {
            throw new ArgumentException(
                Invariant($"An image of {_augmentation.Height} x {_augmentation.Width} x {_augmentation.Channels} has {_augmentation.ImageSize} values, but the span given has {actual}."),
                argument);
        }
    }
}
