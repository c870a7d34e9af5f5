using GraphGen;

/// <summary>The table of diamonds that travels with the repository: see Samples/Data/diamonds.</summary>
internal static class Diamonds
{
    /// <summary>Reads the table, or another with the same columns.</summary>
    /// <param name="path">The file, plain or gzip-compressed; by default the one that travels with the repository.</param>
    public static CsvData Read(string? path) => CsvFile.Read(path ?? FindData(), new CsvOptions
    {
        TargetColumns = ["price"],
        OrdinalColumns = new Dictionary<string, IReadOnlyList<string>>
        {
            ["cut"] = ["Fair", "Good", "Very Good", "Premium", "Ideal"],
            ["color"] = ["J", "I", "H", "G", "F", "E", "D"],
            ["clarity"] = ["I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"],
        },
        MissingTextsOf = new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["0"], ["y"] = ["0"], ["z"] = ["0"] },
        Missing = MissingValues.Median,
    });

    /// <summary>Looks for the table from the working directory and from the program upwards.</summary>
    private static string FindData()
    {
        foreach (string start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                string candidate = Path.Combine(folder.FullName, "Samples", "Data", "diamonds", "diamonds.csv.gz");
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        throw new FileNotFoundException("Samples/Data/diamonds/diamonds.csv.gz was not found above the working directory. Name the file with --data.");
    }
}
