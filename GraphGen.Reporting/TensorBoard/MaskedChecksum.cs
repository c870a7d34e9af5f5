using System.Numerics;

namespace GraphGen.Reporting.TensorBoard;

/// <summary>
/// The checksum of a TFRecord (<see href="https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details">its format</see>): CRC-32C,
/// rotated by 15 bits plus a constant, so that a checksum of data that hold checksums is a good one, too.
/// </summary>
internal static class MaskedChecksum
{
    private const uint Delta = 0xA282EAD8;

    /// <summary>The masked checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = new Crc32C();
        crc.Append(data);
        return BitOperations.RotateRight(crc.Value, 15) + Delta;
    }
}
