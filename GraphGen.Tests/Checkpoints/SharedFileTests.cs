using GraphGen.Tests.Data;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

/// <summary>Two that write one file: each of them writes it whole, and whoever reads it meanwhile sees one or the other.</summary>
public sealed class SharedFileTests : IDisposable
{
    private const int Length = 100_000;
    private const int Writings = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reader_never_sees_a_part_nor_a_mixture()
    {
        string path = _folder.PathOf("progress.safetensors");
        Write(path, 1);
        var failures = new Exception?[2];
        Thread[] writers = [.. failures.Select((_, index) => new Thread(() => failures[index] = Record.Exception(() => WriteOften(path, (byte)index))))];
        Array.ForEach(writers, writer => writer.Start());

        int readings = 0;
        while (readings == 0 || writers.Any(writer => writer.IsAlive))
        {
            byte[] seen = Read(path);
            seen.Length.ShouldBe(Length);
            seen.AsSpan().ContainsAnyExcept(seen[0]).ShouldBeFalse();
            readings++;
        }

        failures.ShouldAllBe(failure => failure == null);
        Directory.GetFiles(_folder.FullName).ShouldBe([path]);
    }

    private static void WriteOften(string path, byte value)
    {
        for (int writing = 0; writing < Writings; writing++)
        {
            Write(path, value);
        }
    }

    /// <summary>Writes in two halves, with the first one handed to the system in between.</summary>
    private static void Write(string path, byte value) => AtomicFile.Write(
        path,
        file =>
        {
            byte[] half = new byte[Length / 2];
            Array.Fill(half, value);
            file.Write(half);
            file.Flush();
            file.Write(half);
        },
        isLasting: false);

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] content = new byte[Length + 1];
        return content[..file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }
}
