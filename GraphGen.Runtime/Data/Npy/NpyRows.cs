using static System.FormattableString;

namespace GraphGen;

/// <summary>The rows of a NumPy array: inputs or targets of a data set.</summary>
/// <param name="Storage">Where they lie.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Width">Values in each.</param>
/// <param name="File">The file, for messages.</param>
internal sealed record NpyRows(RowStorage Storage, int Count, int Width, string File)
{
    /// <summary>The rows of an array that was read.</summary>
    /// <exception cref="InvalidDataException">It has none.</exception>
    public static NpyRows Of(NpyArray array, string file)
    {
        (int count, int width) = Size(NpyShape.Widen(array.Shape), file);
        return new NpyRows(new ArrayStorage(array.ToFloats()), count, width, file);
    }

    /// <summary>The rows of a file that is mapped.</summary>
    /// <exception cref="InvalidDataException">It cannot be.</exception>
    public static NpyRows Map(string path)
    {
        string file = NpyFile.Quote(path);
        (NpyHeader header, int start) = ReadHeader(path);
        if (!IsMappable(header))
        {
            throw new InvalidDataException(
                $"{file} cannot be mapped, as its elements of type '{header.Element.Code}' do not lie as they do in memory here: "
                + "in Python, save numpy.ascontiguousarray(array, numpy.float32), or read it by NpyFile.ReadDataset.");
        }

        if (start % sizeof(float) != 0)
        {
            throw NpyFile.Invalid(file, Invariant($"its elements begin at offset {start}, which must be a multiple of {sizeof(float)} to be mapped"));
        }

        (int count, int width) = Size(header.Shape, file);
        return new NpyRows(new MappedStorage(path, start, (long)count * width), count, width, file);
    }

    /// <summary>Whether a file's elements lie as they do in memory here.</summary>
    public static bool CanMap(string path) => IsMappable(ReadHeader(path).Header);

    /// <summary>A data set of these inputs.</summary>
    /// <exception cref="InvalidDataException">The other has not as many rows.</exception>
    public static Dataset Combine(NpyRows inputs, NpyRows targets)
    {
        RequireAsMany(inputs, targets.Count, targets.File);
        return Dataset.Over(inputs.Storage, inputs.Width, targets.Storage, targets.Width);
    }

    /// <summary>A data set of these inputs.</summary>
    /// <exception cref="InvalidDataException">The array has not as many rows, or one is no class index.</exception>
    public static Dataset Combine(NpyRows inputs, NpyArray labelsOrTargets, string file)
    {
        (int count, int width) = Size(NpyShape.Widen(labelsOrTargets.Shape), file);
        if (!labelsOrTargets.Element.IsInteger || width > 1)
        {
            return Combine(inputs, Of(labelsOrTargets, file));
        }

        RequireAsMany(inputs, count, file);
        return Dataset.Over(inputs.Storage, inputs.Width, Labels(labelsOrTargets, file));
    }

    private static int[] Labels(NpyArray array, string file)
    {
        int[] labels;
        try
        {
            labels = array.ToInts();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{file} holds no labels. {exception.Message}", exception);
        }

        int negative = labels.AsSpan().IndexOfAnyInRange(int.MinValue, -1);
        return negative < 0
            ? labels
            : throw new InvalidDataException(Invariant($"{file} holds the label {labels[negative]} in row {negative}: classes count from 0."));
    }

    private static void RequireAsMany(NpyRows inputs, int count, string file)
    {
        if (inputs.Count != count)
        {
            throw new InvalidDataException(Invariant($"{inputs.File} has {inputs.Count} rows of inputs, but {file} has {count} labels or targets."));
        }
    }

    private static bool IsMappable(NpyHeader header) =>
        header.Element.Type == typeof(float) && header.IsNative && (!header.IsFortranOrder || header.Shape.Length < 2);

    private static (NpyHeader Header, int Start) ReadHeader(string path)
    {
        using FileStream file = InputFile.Open(path);
        var reader = new NpyReader(file, file.Length, NpyFile.Quote(path));
        return (reader.ReadHeader(), reader.DataStart);
    }

    private static (int Count, int Width) Size(long[] shape, string file)
    {
        long width = shape.Length == 0 ? 0 : NpyShape.ElementsOf(shape.AsSpan(1));
        return width is >= 1 and <= int.MaxValue && shape[0] is >= 1 and <= int.MaxValue
            ? ((int)shape[0], (int)width)
            : throw new InvalidDataException(
                $"{file} has the shape {ShapeText.Of<long>(shape)}, where [rows, ...] is needed: from 1 to {int.MaxValue} rows, of as many values.");
    }
}
