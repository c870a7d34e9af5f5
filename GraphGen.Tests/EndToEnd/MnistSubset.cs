namespace GraphGen.Tests.EndToEnd;

/// <summary>Rows of MNIST, from its smaller file of 10,000, which is read in a moment.</summary>
internal static class MnistSubset
{
    private static readonly Lazy<Dataset> LazyAll = new(ReadAll);

    private static readonly Lazy<(Dataset Train, Dataset Test)> LazyData = new(Split);

    /// <summary>2,000 rows to train on and 1,000 others to test on, in fixed random order.</summary>
    public static (Dataset Train, Dataset Test) Data => LazyData.Value;

    /// <summary>The whole file, in its own order.</summary>
    public static Dataset All => LazyAll.Value;

    private static Dataset ReadAll()
    {
        string folder = FindFolder();
        return IdxFile.ReadDataset(
            Path.Combine(folder, "t10k-images-idx3-ubyte.gz"), Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"));
    }

    private static (Dataset Train, Dataset Test) Split()
    {
        // The file's first half comes from other writers than its second: shuffled, both parts hold both.
        (Dataset train, Dataset rest) = All.Split(0.2, seed: 1);
        return (train, rest[..1000]);
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "Samples", "Data", "mnist");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"Samples/Data/mnist was not found above {AppContext.BaseDirectory}.");
    }
}
