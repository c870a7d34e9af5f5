namespace GraphGen.Reporting.Html;

/// <summary>Small pictures of rows of a data set.</summary>
internal sealed class Thumbnail
{
    /// <summary>Longer sides are shrunk by a whole number, so that a page stays small.</summary>
    private const int LongestSide = 96;

    private readonly ImageShape _shape;
    private readonly int _shrink;
    private readonly float _lowest;
    private readonly float _scale;
    private readonly byte[] _pixels;

    /// <summary>Prepares for some rows, whose values are to share one scale of brightness.</summary>
    public Thumbnail(ImageShape shape, Dataset data, Mistake[] rows)
    {
        _shape = shape;
        _shrink = (Math.Max(shape.Width, shape.Height) + LongestSide - 1) / LongestSide;
        Width = Math.Max(1, shape.Width / _shrink);
        Height = Math.Max(1, shape.Height / _shrink);
        _pixels = new byte[Width * Height * shape.Channels];
        (_lowest, float highest) = Range(data, rows);
        _scale = highest > _lowest ? byte.MaxValue / (highest - _lowest) : 0;
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>A row as the bytes of a PNG file.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<float> image)
    {
        int index = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                for (int channel = 0; channel < _shape.Channels; channel++)
                {
                    float mean = Mean(image, Math.Min(y * _shrink, _shape.Height - 1), Math.Min(x * _shrink, _shape.Width - 1), channel);
                    _pixels[index++] = (byte)Math.Clamp(((mean - _lowest) * _scale) + 0.5f, 0, byte.MaxValue);
                }
            }
        }

        return PngImage.Encode(_pixels, Width, Height, _shape.Channels);
    }

    /// <summary>Values of the usual ranges keep their meaning; others, such as standardised ones, take the whole scale.</summary>
    private static (float Lowest, float Highest) Range(Dataset data, Mistake[] rows)
    {
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        foreach (Mistake row in rows)
        {
            foreach (float value in data.InputRow(row.Row))
            {
                lowest = Math.Min(lowest, value);
                highest = Math.Max(highest, value);
            }
        }

        return (lowest, highest) switch
        {
            (>= 0, <= 1) => (0, 1),
            (>= 0, <= byte.MaxValue) => (0, byte.MaxValue),
            _ => (lowest, highest),
        };
    }

    private float Mean(ReadOnlySpan<float> image, int top, int left, int channel)
    {
        int bottom = Math.Min(top + _shrink, _shape.Height), right = Math.Min(left + _shrink, _shape.Width);
        float sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += image[(((y * _shape.Width) + x) * _shape.Channels) + channel];
            }
        }

        return sum / ((bottom - top) * (right - left));
    }
}
