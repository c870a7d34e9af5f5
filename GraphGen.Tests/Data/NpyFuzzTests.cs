using GraphGen.Numerics;
using Xunit;

namespace GraphGen.Tests.Data;

/// <summary>Damaged files give the documented exception or an array, never another exception and never much memory.</summary>
public sealed class NpyFuzzTests : IDisposable
{
    // Coprime to 8, so that every bit of a byte has its turn.
    private const int Step = 5;

    private static readonly string[] Explanations = ["is not a readable NumPy file: ", "is damaged, or no ZIP archive as NumPy's savez makes them: "];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files =>
        ["f4le.npy", "b1le.npy", "u8be.npy", "fortran.npy", "version2.npy", "version3.npy", "scalar.npy", "records.npy", "stored.npz", "deflated.npz"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_truncated_file_is_refused(string name)
    {
        byte[] whole = File.ReadAllBytes(DataFiles.PathOf(name));
        for (int length = 0; length < whole.Length; length++)
        {
            Read(whole[..length], mayBeRead: false, $"the first {length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flipped_bit_is_refused_or_read_over(string name)
    {
        byte[] bytes = File.ReadAllBytes(DataFiles.PathOf(name));
        for (int bit = 0; bit < 8 * bytes.Length; bit += Step)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Read(bytes, mayBeRead: true, $"bit {bit} flipped");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Random_bytes_are_refused_or_read_over(string name)
    {
        byte[] whole = File.ReadAllBytes(DataFiles.PathOf(name));
        var random = new CounterRandom(seed: 5, stream: 0);
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            byte[] bytes = [.. whole];
            for (int change = random.NextInt(8); change >= 0; change--)
            {
                bytes[random.NextInt(bytes.Length)] = random.NextInt(2) == 0 ? (byte)random.NextInt(256) : (byte)"0(){}',:\xff"[random.NextInt(9)];
            }

            Read(bytes, mayBeRead: true, $"attempt {attempt}");
        }
    }

    private void Read(byte[] bytes, bool mayBeRead, string what)
    {
        string path = _folder.Write("array", bytes);
        try
        {
            _ = bytes.AsSpan().StartsWith("PK"u8) ? NpyFile.ReadArchive(path).Count : NpyFile.Read(path).Values.Length;
        }
        catch (InvalidDataException exception)
        {
            Assert.Contains(path, exception.Message, StringComparison.Ordinal);
            Assert.Contains(Explanations, explanation => exception.Message.Contains(explanation, StringComparison.Ordinal));
            return;
        }

        Assert.True(mayBeRead, what);
    }
}
