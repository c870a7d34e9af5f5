namespace GraphGen.Tests.Augmentation;

/// <summary>The distortion of an image in double precision, pixel by pixel and step by step, as its documentation says.</summary>
internal static class ReferenceWarp
{
    /// <summary>Distorts an image.</summary>
    /// <param name="image"><c>[height, width, channels]</c>.</param>
    /// <param name="augmentation">The size and the fill.</param>
    /// <param name="distortion">What was drawn.</param>
    /// <param name="displacement">The elastic displacement at a pixel (x, y).</param>
    public static double[] Apply(
        float[] image, ImageAugmentation augmentation, Distortion distortion, Func<int, int, (double X, double Y)> displacement)
    {
        double[] result = new double[image.Length];
        for (int y = 0; y < augmentation.Height; y++)
        {
            for (int x = 0; x < augmentation.Width; x++)
            {
                (double sourceX, double sourceY) = Source(x, y, augmentation, distortion);
                (double byX, double byY) = displacement(x, y);
                for (int channel = 0; channel < augmentation.Channels; channel++)
                {
                    result[(((y * augmentation.Width) + x) * augmentation.Channels) + channel] =
                        Interpolate(image, augmentation, sourceX + byX, sourceY + byY, channel);
                }
            }
        }

        return result;
    }

    // Undoes the shift, the rotation, the shear, the scale and the flip, one after the other.
    private static (double X, double Y) Source(int x, int y, ImageAugmentation augmentation, Distortion distortion)
    {
        double middleX = (augmentation.Width - 1) / 2.0;
        double middleY = (augmentation.Height - 1) / 2.0;
        double fromX = x - middleX - distortion.ShiftX;
        double fromY = y - middleY - distortion.ShiftY;
        double angle = distortion.Rotation * Math.PI / 180;

        // With y upwards, turning back is turning by the negative angle.
        double turnedX = (fromX * Math.Cos(-angle)) - (-fromY * Math.Sin(-angle));
        double turnedY = -((fromX * Math.Sin(-angle)) + (-fromY * Math.Cos(-angle)));
        turnedX -= Math.Tan(distortion.Shear * Math.PI / 180) * turnedY;
        turnedX /= distortion.Scale;
        turnedY /= distortion.Scale;
        return (middleX + (distortion.IsFlipped ? -turnedX : turnedX), middleY + turnedY);
    }

    private static double Interpolate(float[] image, ImageAugmentation augmentation, double x, double y, int channel)
    {
        int left = (int)Math.Floor(x);
        int top = (int)Math.Floor(y);
        double right = x - left;
        double down = y - top;
        return ((1 - right) * (1 - down) * Pixel(left, top)) + (right * (1 - down) * Pixel(left + 1, top))
            + ((1 - right) * down * Pixel(left, top + 1)) + (right * down * Pixel(left + 1, top + 1));

        double Pixel(int column, int row) => column >= 0 && column < augmentation.Width && row >= 0 && row < augmentation.Height
            ? image[(((row * augmentation.Width) + column) * augmentation.Channels) + channel]
            : augmentation.Fill;
    }
}
