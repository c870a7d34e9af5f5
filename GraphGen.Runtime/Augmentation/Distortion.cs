using GraphGen.Numerics;

namespace GraphGen;

/// <summary>What one image's flip, scale, shear, rotation and shift were drawn to be. See <see cref="ImageAugmentation"/> for their order.</summary>
/// <param name="IsFlipped">Whether left and right are exchanged.</param>
/// <param name="Scale">The factor of both axes.</param>
/// <param name="Shear">The angle by which vertical lines are turned, in degrees.</param>
/// <param name="Rotation">The angle against the clock, in degrees.</param>
/// <param name="ShiftX">Pixels to the right.</param>
/// <param name="ShiftY">Pixels down.</param>
internal readonly record struct Distortion(bool IsFlipped, double Scale, double Shear, double Rotation, double ShiftX, double ShiftY)
{
    /// <summary>No distortion at all.</summary>
    public static readonly Distortion None = new(IsFlipped: false, Scale: 1, Shear: 0, Rotation: 0, ShiftX: 0, ShiftY: 0);

    /// <summary>Draws each of them, whether it is used or not, so that what one is does not depend on which others are used.</summary>
    public static Distortion Draw(ImageAugmentation augmentation, ref CounterRandom random) => new(
        random.NextDouble() < augmentation.HorizontalFlip,
        1 + Symmetric(augmentation.Scale, ref random),
        Symmetric(augmentation.Shear, ref random),
        Symmetric(augmentation.Rotation, ref random),
        Symmetric(augmentation.Shift, ref random),
        Symmetric(augmentation.Shift, ref random));

    /// <summary>Where in an image of this size the pixels of the distorted image come from.</summary>
    public AffineMap Inverse(int height, int width)
    {
        // The inverse of R K s F is F K' R' / s, and that of a rotation is its transpose.
        (double sine, double cosine) = double.SinCosPi(Rotation / 180);
        double slope = Math.Tan(Shear * (Math.PI / 180));
        double size = 1 / Scale;
        double side = IsFlipped ? -size : size;
        double xByX = side * (cosine - (slope * sine));
        double xByY = side * (-sine - (slope * cosine));
        double yByX = size * sine;
        double yByY = size * cosine;

        double middleX = (width - 1) * 0.5;
        double middleY = (height - 1) * 0.5;
        double fromX = -middleX - ShiftX;
        double fromY = -middleY - ShiftY;
        return new AffineMap(
            xByX, xByY, middleX + (xByX * fromX) + (xByY * fromY), yByX, yByY, middleY + (yByX * fromX) + (yByY * fromY));
    }

    private static double Symmetric(float most, ref CounterRandom random) => most * ((2 * random.NextDouble()) - 1);
}

/// <summary>An affine map of pixels: <c>(xByX x + xByY y + x0, yByX x + yByY y + y0)</c>.</summary>
internal readonly record struct AffineMap(double XByX, double XByY, double X0, double YByX, double YByY, double Y0);
