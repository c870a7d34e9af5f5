using System.Numerics.Tensors;

namespace GraphGen;

/// <summary>
/// Reads data sets in the IDX format, in which MNIST and its successors come: the format that Y. LeCun, C. Cortes and C. Burges
/// describe on "The MNIST database of handwritten digits". Files may be compressed by gzip, whatever their name.
/// </summary>
public static class IdxFile
{
    /// <summary>Reads images, or rows of any other kind, of unsigned bytes.</summary>
    /// <param name="path">An IDX file of two or more dimensions, the first of which counts the images.</param>
    /// <returns>The images, scaled from 0 .. 255 to [0, 1].</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is not such an IDX file, is truncated or too long; the message says where.
    /// </exception>
    public static IdxImages ReadImages(string path)
    {
        using var reader = new IdxReader(path);
        int[] shape = reader.ReadShape(minimumDimensions: 2, maximumDimensions: byte.MaxValue);
        byte[] bytes = reader.ReadData(shape);
        float[] values = GC.AllocateUninitializedArray<float>(bytes.Length);
        TensorPrimitives.ConvertTruncating<byte, float>(bytes, values);
        TensorPrimitives.Divide(values, byte.MaxValue, values);
        return new IdxImages(values, shape);
    }

    /// <summary>Reads labels: unsigned bytes, one per image.</summary>
    /// <param name="path">An IDX file of one dimension.</param>
    /// <returns>The labels, from 0 to 255.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is not such an IDX file, is truncated or too long; the message says where.
    /// </exception>
    public static int[] ReadLabels(string path)
    {
        using var reader = new IdxReader(path);
        byte[] bytes = reader.ReadData(reader.ReadShape(minimumDimensions: 1, maximumDimensions: 1));
        int[] labels = GC.AllocateUninitializedArray<int>(bytes.Length);
        TensorPrimitives.ConvertTruncating<byte, int>(bytes, labels);
        return labels;
    }

    /// <summary>Reads images and their labels.</summary>
    /// <param name="imagesPath">What <see cref="ReadImages"/> takes.</param>
    /// <param name="labelsPath">What <see cref="ReadLabels"/> takes.</param>
    /// <returns>One row per image, with as many inputs as it has pixels.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be, or there are not as many labels as images.</exception>
    public static Dataset ReadDataset(string imagesPath, string labelsPath)
    {
        int[] labels = ReadLabels(labelsPath);
        IdxImages images = ReadImages(imagesPath);
        return images.Count == labels.Length
            ? new Dataset(images.Values, images.ImageSize, labels)
            : throw new InvalidDataException($"'{imagesPath}' has {images.Count} images, but '{labelsPath}' has {labels.Length} labels.");
    }
}
