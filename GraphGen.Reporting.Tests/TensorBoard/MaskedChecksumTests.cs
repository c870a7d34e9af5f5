using System.Text;
using GraphGen.Reporting.TensorBoard;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.TensorBoard;

/// <summary>CRC-32C against the examples of RFC 3720, B.4, and against a loop over bits at every length.</summary>
public sealed class MaskedChecksumTests
{
    public static TheoryData<byte[], uint> Published => new()
    {
        { new byte[32], 0x8A9136AA },
        { [.. Enumerable.Repeat((byte)0xFF, 32)], 0x62A8AB43 },
        { [.. Enumerable.Range(0, 32).Select(value => (byte)value)], 0x46DD794E },
        { [.. Enumerable.Range(0, 32).Select(value => (byte)(31 - value))], 0x113FDB5C },
        { Encoding.ASCII.GetBytes("123456789"), 0xE3069283 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_examples_come_out(byte[] data, uint crc)
    {
        EventReader.Crc(data).ShouldBe(crc);
        MaskedChecksum.Of(data).ShouldBe(EventReader.Masked(crc));
    }

    [Fact]
    public void Every_length_is_right()
    {
        byte[] data = [.. Enumerable.Range(0, 100).Select(value => (byte)(value * 37))];
        for (int length = 0; length <= data.Length; length++)
        {
            MaskedChecksum.Of(data.AsSpan(0, length)).ShouldBe(EventReader.Masked(EventReader.Crc(data.AsSpan(0, length))));
        }
    }
}
