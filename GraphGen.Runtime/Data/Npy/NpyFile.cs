namespace GraphGen;

/// <summary>
/// Reads and writes arrays of NumPy: <c>.npy</c> files, one array each, as <c>numpy.save</c> makes them, and <c>.npz</c> archives of several with a
/// name each, as <c>numpy.savez</c> and <c>numpy.savez_compressed</c> do. Read are truth values, integers of 8 to 64 bits and floating-point
/// numbers of 16 to 64, in either order of bytes, row-major or column-major; not read are complex numbers, texts, records and Python objects.
/// </summary>
public static class NpyFile
{
    /// <summary>Reads an array.</summary>
    /// <param name="path">A <c>.npy</c> file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no such file, is truncated or too long, or has elements of another type; the message says where.
    /// </exception>
    public static NpyArray Read(string path)
    {
        using FileStream file = InputFile.Open(path);
        return new NpyReader(file, file.Length, Quote(path)).ReadArray();
    }

    /// <summary>Reads one array of an archive.</summary>
    /// <param name="path">An <c>.npz</c> file.</param>
    /// <param name="name">The name that the array was saved by, such as <c>x_train</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no such archive, is damaged, or holds no such array; the message says where.</exception>
    public static NpyArray Read(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var archive = new NpzReader(path);
        return archive.Read(name);
    }

    /// <summary>Reads all arrays of an archive.</summary>
    /// <param name="path">An <c>.npz</c> file.</param>
    /// <returns>The arrays by the names that they were saved by.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no such archive, or is damaged; the message says where.</exception>
    public static IReadOnlyDictionary<string, NpyArray> ReadArchive(string path)
    {
        using var archive = new NpzReader(path);
        return archive.Names.ToDictionary(name => name, archive.Read, StringComparer.Ordinal);
    }

    /// <summary>Reads inputs and their labels or targets.</summary>
    /// <param name="inputsPath">A <c>.npy</c> file of shape <c>[count, ...]</c>: all further dimensions make a row of inputs.</param>
    /// <param name="labelsOrTargetsPath">
    /// A <c>.npy</c> file of as many rows. Integers and truth values of shape <c>[count]</c> or <c>[count, 1]</c> are labels; all else is a row
    /// of targets.
    /// </param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is not what it should be, there are not as many rows in both, or a label is no class index.
    /// </exception>
    public static Dataset ReadDataset(string inputsPath, string labelsOrTargetsPath) =>
        NpyRows.Combine(NpyRows.Of(Read(inputsPath), Quote(inputsPath)), Read(labelsOrTargetsPath), Quote(labelsOrTargetsPath));

    /// <summary>Reads inputs and their labels or targets from one archive.</summary>
    /// <param name="path">An <c>.npz</c> file.</param>
    /// <param name="inputsName">The name of the array of inputs, of shape <c>[count, ...]</c>: all further dimensions make a row.</param>
    /// <param name="labelsOrTargetsName">
    /// The name of an array of as many rows. Integers and truth values of shape <c>[count]</c> or <c>[count, 1]</c> are labels; all else is a row
    /// of targets.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no such archive, is damaged, or holds no such array; there are not as many rows in both, or a label is no class index.
    /// </exception>
    public static Dataset ReadDataset(string path, string inputsName, string labelsOrTargetsName)
    {
        ArgumentNullException.ThrowIfNull(inputsName);
        ArgumentNullException.ThrowIfNull(labelsOrTargetsName);
        using var archive = new NpzReader(path);
        return NpyRows.Combine(
            NpyRows.Of(archive.Read(inputsName), archive.Quote(inputsName)), archive.Read(labelsOrTargetsName), archive.Quote(labelsOrTargetsName));
    }

    /// <summary>
    /// Maps inputs and targets into memory instead of reading them, so that they may be larger than it: the operating system reads what a mini-batch
    /// touches and drops it when memory runs short. Labels are read. Such a file comes from <see cref="NpyWriter{T}"/>, or from
    /// <c>numpy.save</c> of a <c>float32</c> array.
    /// </summary>
    /// <remarks>
    /// The files are open until the data set, its slices and the networks that train on it are no longer used; after a span was taken by
    /// <see cref="Dataset.Inputs"/> or <see cref="Dataset.InputRow"/>, until the program ends. They must not be changed meanwhile: a
    /// file that is cut off under a program ends it.
    /// </remarks>
    /// <param name="inputsPath">
    /// A <c>.npy</c> file of shape <c>[count, ...]</c>, row-major, of 32-bit floating-point numbers in the machine's order of bytes.
    /// </param>
    /// <param name="labelsOrTargetsPath">
    /// A <c>.npy</c> file of as many rows. Integers and truth values of shape <c>[count]</c> or <c>[count, 1]</c> are labels; all else is a row
    /// of targets, which are mapped where they are such as the inputs, and read otherwise.
    /// </param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="IOException">A file cannot be read or mapped.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is not what it should be or cannot be mapped as it is, there are not as many rows in both, or a label is no class index.
    /// </exception>
    public static Dataset MapDataset(string inputsPath, string labelsOrTargetsPath)
    {
        NpyRows inputs = NpyRows.Map(inputsPath);
        return NpyRows.CanMap(labelsOrTargetsPath)
            ? NpyRows.Combine(inputs, NpyRows.Map(labelsOrTargetsPath))
            : NpyRows.Combine(inputs, Read(labelsOrTargetsPath), Quote(labelsOrTargetsPath));
    }

    /// <summary>Writes an array, at once or not at all: whoever reads meanwhile sees the old file or the new one.</summary>
    /// <param name="path">The file, customarily <c>.npy</c>.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="OutputFileException">The file cannot be written; it is what it was.</exception>
    public static void Write(string path, NpyArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(path, file => Write(file, array));
    }

    /// <summary>Writes an archive of arrays, at once or not at all: whoever reads meanwhile sees the old file or the new one.</summary>
    /// <param name="path">The file, customarily <c>.npz</c>.</param>
    /// <param name="arrays">The arrays by their names.</param>
    /// <param name="compressed">Whether to compress them, which takes time and helps where numbers repeat.</param>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    /// <exception cref="OutputFileException">The file cannot be written; it is what it was.</exception>
    public static void WriteArchive(string path, IReadOnlyDictionary<string, NpyArray> arrays, bool compressed = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        if (arrays.ContainsKey(""))
        {
            throw new ArgumentException("An array has no name: give each a name to read it by.", nameof(arrays));
        }

        AtomicFile.Write(path, file => NpzWriter.Write(file, arrays, compressed));
    }

    internal static void Write(Stream stream, NpyArray array)
    {
        stream.Write(NpyHeader.Of(array.Element, NpyShape.Widen(array.Shape)).ToBytes());
        array.Element.Write(stream, array.Values);
    }

    internal static string Quote(string path) => $"'{path}'";

    internal static InvalidDataException Invalid(string file, string what, Exception? cause = null) =>
        new($"{file} is not a readable NumPy file: {what}.", cause);
}
