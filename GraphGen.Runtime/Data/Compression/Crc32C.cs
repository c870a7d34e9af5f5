using System.Buffers.Binary;
using System.Numerics;

namespace GraphGen;

/// <summary>The checksum that processors compute by themselves (Castagnoli et al., 1993; RFC 3720): polynomial 0x1EDC6F41, bits reflected.</summary>
internal struct Crc32C
{
    private uint _value;

    /// <summary>The checksum of all that was appended so far.</summary>
    public readonly uint Value => _value;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint register = ~_value;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            register = BitOperations.Crc32C(register, value);
        }

        _value = ~register;
    }
}
