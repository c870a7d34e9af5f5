using GraphGen;

/// <summary>The MNIST digits (LeCun, Cortes and Burges), or another data set in the same four IDX files.</summary>
internal static class Mnist
{
    /// <summary>Reads the training and the test set; pixels are scaled to [0, 1].</summary>
    /// <param name="folder">The folder with the four files, plain or gzip-compressed; by default the one that travels with the repository.</param>
    public static (Dataset Train, Dataset Test) Load(string? folder = null)
    {
        folder ??= FindData();
        return (Read("train"), Read("t10k"));

        Dataset Read(string part) => IdxFile.ReadDataset(
            Find(folder, part + "-images-idx3-ubyte"), Find(folder, part + "-labels-idx1-ubyte"));
    }

    private static string Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name), compressed = plain + ".gz";
        return File.Exists(compressed) ? compressed
            : File.Exists(plain) ? plain
            : throw new FileNotFoundException($"Neither '{name}.gz' nor '{name}' is in '{folder}'. Name the folder of the four IDX files with --data.");
    }

    /// <summary>Looks for Samples/Data/mnist from the working directory and from the program upwards.</summary>
    private static string FindData()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                string candidate = Path.Combine(folder.FullName, "Samples", "Data", "mnist");
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        throw new DirectoryNotFoundException("Samples/Data/mnist was not found above the working directory. Name the folder of the four IDX files with --data.");
    }
}
