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

        var checksum = new Crc32();
        int step = Math.Max(1, data.Count / SampledRows);
        for (int row = 0; row < data.Count; row += step)
        {
            checksum.Append(MemoryMarshal.AsBytes(data.InputRow(row)));
            checksum.Append(data.HasLabels ? MemoryMarshal.AsBytes(data.Labels.Slice(row, 1)) : MemoryMarshal.AsBytes(data.TargetRow(row)));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{data.Count} rows of {data.InputSize} inputs, checksum {checksum.Value:x8}");
    }
}
