using System.Globalization;
using GraphGen.Execution;
using static System.FormattableString;

namespace GraphGen.Reporting.Html;

/// <summary>How a row of a data set is an image: <c>[height, width, channels]</c>, row-major, so that the channels of a pixel lie together.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Channels">Values of a pixel: 1 for grey, 3 for red, green and blue.</param>
internal sealed record ImageShape(int Width, int Height, int Channels)
{
    /// <summary>The shape of rows of a size, of which some numbers are given. A missing side follows from the other; two are equal.</summary>
    /// <returns>Null where nothing is given: the rows are no images then.</returns>
    /// <exception cref="ArgumentException">The rows have no such shape.</exception>
    public static ImageShape? Of(int inputSize, int? width, int? height, int? channels)
    {
        if (width is null && height is null && channels is null)
        {
            return null;
        }

        int depth = channels ?? 1;
        int pixels = inputSize / depth;
        int side = (int)Math.Sqrt(pixels);
        (int across, int down) = (width, height) switch
        {
            (null, null) => (side, side),
            ({ } given, null) => (given, pixels / given),
            (null, { } given) => (pixels / given, given),
            ({ } both, { } sides) => (both, sides),
        };
        return (long)across * down * depth == inputSize
            ? new ImageShape(across, down, depth)
            : throw Guard.Invalid(
                nameof(FitOptions.Callbacks),
                $"HtmlReport is to show {Said(width, height)} with {depth} values each, but a row has {inputSize} values",
                $"set ImageWidth, ImageHeight and ImageChannels to numbers whose product is that, or leave them all out");
    }

    private static string Said(int? width, int? height) => (width, height) is (null, null)
        ? "square images of pixels"
        : Invariant($"images of {width?.ToString(CultureInfo.InvariantCulture) ?? "any"} x {height?.ToString(CultureInfo.InvariantCulture) ?? "any"} pixels");
}
