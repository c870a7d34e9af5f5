using GraphGen.Reporting;

/// <summary>Pictures of what was made.</summary>
internal static class Picture
{
    /// <summary>Writes points of [-1.5, 1.5]² as a scatter plot: real ones light, generated ones dark.</summary>
    public static void WritePoints(string path, ReadOnlySpan<float> real, ReadOnlySpan<float> generated)
    {
        const int Side = 300;
        byte[] pixels = new byte[Side * Side];
        pixels.AsSpan().Fill(255);
        Plot(real, 200);
        Plot(generated, 0);
        File.WriteAllBytes(path, PngImage.Encode(pixels, Side, Side, channels: 1));

        void Plot(ReadOnlySpan<float> points, byte shade)
        {
            for (int point = 0; point < points.Length; point += 2)
            {
                int column = (int)((points[point] + 1.5f) / 3 * Side), row = (int)((1.5f - points[point + 1]) / 3 * Side);
                if (column is >= 0 and < Side && row is >= 0 and < Side)
                {
                    pixels[(row * Side) + column] = shade;
                }
            }
        }
    }

    /// <summary>Writes a square of digits, each pixel in [-1, 1] twice as large.</summary>
    public static void WriteDigits(string path, ReadOnlySpan<float> digits)
    {
        const int Scale = 2, Cell = (Digits.Side + 1) * Scale;
        int across = (int)Math.Sqrt(digits.Length / (Digits.Side * Digits.Side)), side = across * Cell;
        byte[] pixels = new byte[side * side];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                int y = row % Cell / Scale, x = column % Cell / Scale, digit = (row / Cell * across) + (column / Cell);
                pixels[(row * side) + column] = y < Digits.Side && x < Digits.Side
                    ? (byte)((digits[(((digit * Digits.Side) + y) * Digits.Side) + x] + 1) * 127.5f)
                    : (byte)64;
            }
        }

        File.WriteAllBytes(path, PngImage.Encode(pixels, side, side, channels: 1));
    }
}
