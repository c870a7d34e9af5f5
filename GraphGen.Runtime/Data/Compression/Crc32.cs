namespace GraphGen;

/// <summary>The checksum of ZIP and gzip files (ISO 3309, RFC 1952): polynomial 0x04C11DB7, bits reflected.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = MakeTable();

    private uint _value;

    /// <summary>The checksum of all that was appended so far.</summary>
    public readonly uint Value => _value;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint register = ~_value;
        foreach (byte value in bytes)
        {
            register = Table[(byte)(register ^ value)] ^ (register >> 8);
        }

        _value = ~register;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[byte.MaxValue + 1];
        for (uint value = 0; value < table.Length; value++)
        {
            uint remainder = value;
            for (int bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
            }

            table[value] = remainder;
        }

        return table;
    }
}
