using System.Text;
using Shouldly;

namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>
/// Reads event files by what is public about them and by nothing of the writer's code: TFRecord's framing with CRC-32C bit by bit, and the wire format of
/// protocol buffers (<see href="https://protobuf.dev/programming-guides/encoding/"/>).
/// </summary>
internal static class EventReader
{
    /// <summary>The events of a file, each as the message that it is. Checksums must be right, and nothing may be left over.</summary>
    public static List<Message> Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new BinaryReader(file);
        var events = new List<Message>();
        while (file.Position < file.Length)
        {
            byte[] length = reader.ReadBytes(8);
            reader.ReadUInt32().ShouldBe(Masked(Crc(length)), "the checksum of a length");
            byte[] data = reader.ReadBytes(checked((int)BitConverter.ToInt64(length)));
            reader.ReadUInt32().ShouldBe(Masked(Crc(data)), "the checksum of an event");
            events.Add(new Message(data));
        }

        return events;
    }

    /// <summary>The events of the only file in a folder.</summary>
    public static List<Message> ReadOnly(string folder) => Read(Directory.GetFiles(folder).ShouldHaveSingleItem());

    /// <summary>The summaries of some events, one for each value.</summary>
    public static List<(long Step, string Tag, Message Value)> Values(IEnumerable<Message> events) =>
    [
        .. from item in events
           from summary in item.Messages(5)
           from value in summary.Messages(1)
           select (item.Number(2), value.Text(1), value),
    ];

    /// <summary>The Castagnoli polynomial, reflected, a bit at a time.</summary>
    public static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
            }
        }

        return crc ^ 0xFFFFFFFF;
    }

    public static uint Masked(uint crc) => ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
}

/// <summary>A message of which no more is known than the numbers of its fields.</summary>
internal sealed class Message
{
    private readonly List<(int Field, ulong Number, byte[]? Bytes)> _fields = [];

    public Message(byte[] data)
    {
        int position = 0;
        while (position < data.Length)
        {
            ulong key = Varint(data, ref position);
            int field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, Varint(data, ref position), null));
                    break;
                case 1:
                    _fields.Add((field, BitConverter.ToUInt64(data, position), null));
                    position += 8;
                    break;
                case 2:
                    int length = (int)Varint(data, ref position);
                    _fields.Add((field, 0, data[position..(position + length)]));
                    position += length;
                    break;
                case 5:
                    _fields.Add((field, BitConverter.ToUInt32(data, position), null));
                    position += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7}.");
            }
        }

        position.ShouldBe(data.Length);
    }

    public bool Has(int field) => _fields.Any(item => item.Field == field);

    public Message[] Messages(int field) => [.. All(field).Select(item => new Message(item.Bytes!))];

    public Message Only(int field) => Messages(field).ShouldHaveSingleItem();

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public byte[] Bytes(int field) => All(field).ShouldHaveSingleItem().Bytes!;

    /// <summary>A whole number; 0 where it is left out, as the format wants it.</summary>
    public long Number(int field) => (long)All(field).SingleOrDefault().Number;

    public float Float(int field) => BitConverter.UInt32BitsToSingle((uint)All(field).ShouldHaveSingleItem().Number);

    public double Double(int field) => BitConverter.UInt64BitsToDouble(All(field).SingleOrDefault().Number);

    public double[] Doubles(int field)
    {
        byte[] bytes = Bytes(field);
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(index => BitConverter.ToDouble(bytes, 8 * index))];
    }

    private List<(int Field, ulong Number, byte[]? Bytes)> All(int field) => _fields.FindAll(item => item.Field == field);

    private static ulong Varint(byte[] data, ref int position)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = data[position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
