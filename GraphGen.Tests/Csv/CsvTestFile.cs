using System.IO.Compression;
using System.Text;
using GraphGen.Tests.Data;

namespace GraphGen.Tests.Csv;

/// <summary>Small tables in a folder that is deleted afterwards.</summary>
public abstract class CsvTestFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes a table and returns its path.</summary>
    protected string Write(string text, string name = "table.csv") => _folder.Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes and returns their path.</summary>
    protected string Write(byte[] bytes) => _folder.Write("table.csv", bytes);

    /// <summary>Reads a table with a column <c>y</c> of targets.</summary>
    protected CsvData ReadTargets(string text, CsvOptions? options = null) => CsvFile.Read(Write(text), (options ?? new CsvOptions()) with { TargetColumns = ["y"] });

    /// <summary>Reads a table with a column <c>y</c> of classes.</summary>
    protected CsvData ReadLabels(string text, CsvOptions? options = null) => CsvFile.Read(Write(text), (options ?? new CsvOptions()) with { LabelColumn = "y" });

    protected static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
