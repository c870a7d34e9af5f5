using GraphGen;

/// <summary>MNIST's digits at half their size.</summary>
internal static class Digits
{
    /// <summary>Pixels of a side.</summary>
    public const int Side = 14;

    /// <summary>The digits with each four pixels averaged, in [-1, 1].</summary>
    /// <param name="images">Digits of 28 x 28 pixels in [0, 1].</param>
    public static Dataset Halve(Dataset images)
    {
        float[] pixels = new float[images.Count * Side * Side];
        for (int row = 0; row < images.Count; row++)
        {
            ReadOnlySpan<float> image = images.InputRow(row);
            for (int pixel = 0; pixel < Side * Side; pixel++)
            {
                int corner = (2 * (pixel / Side) * 2 * Side) + (2 * (pixel % Side));
                pixels[(row * Side * Side) + pixel] = ((image[corner] + image[corner + 1] + image[corner + (2 * Side)] + image[corner + (2 * Side) + 1]) / 2) - 1;
            }
        }

        return new Dataset(pixels, Side * Side, images.Labels.ToArray());
    }

    /// <summary>How many digits of each class a reader sees, and the share of which it is sure by 0.9.</summary>
    public static (int[] Counts, double Sure) Read(DigitReader reader, ReadOnlySpan<float> digits)
    {
        int count = digits.Length / DigitReader.InputSize, sure = 0;
        float[] probabilities = new float[count * DigitReader.OutputSize];
        reader.Predict(digits, probabilities);
        int[] counts = new int[DigitReader.OutputSize];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> classes = probabilities.AsSpan(row * DigitReader.OutputSize, DigitReader.OutputSize);
            int likeliest = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(classes);
            counts[likeliest]++;
            sure += classes[likeliest] >= 0.9f ? 1 : 0;
        }

        return (counts, (double)sure / count);
    }
}
