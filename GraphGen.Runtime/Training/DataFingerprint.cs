using System.Globalization;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>A few characters by which data are known again: their size, and a checksum of rows from all over them.</summary>
internal static class DataFingerprint
{
    private const int SampledRows = 64;

    /// <summary>The fingerprint of some data; <c>none</c> for null.</summary>
    public static string Of(Dataset? data)
    {
        if (data is null)
        {
            return "none";
        }

        var checksum = new Crc32C();
        int step = Math.Max(1, data.Count / SampledRows);
        for (int row = 0; row < data.Count; row += step)
        {
            checksum.Append(MemoryMarshal.AsBytes(data.InputRows.Rows(row, 1)));
            checksum.Append(data.HasLabels ? MemoryMarshal.AsBytes(data.Labels.Slice(row, 1)) : MemoryMarshal.AsBytes(data.TargetRows.Rows(row, 1)));
        }

        // The spans do not keep a mapped file open, and leave it to be closed when nobody uses the data any more.
        GC.KeepAlive(data);

        return string.Create(CultureInfo.InvariantCulture, $"{data.Count} rows of {data.InputSize} inputs, checksum {checksum.Value:x8}");
    }
}
