using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using static System.FormattableString;

namespace GraphGen.Reporting.TensorBoard;

/// <summary>
/// An event file: one TFRecord for each event, namely the length in eight bytes, its checksum in four, the event, and its checksum. What is flushed can be read
/// while the file is written.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const int HeaderLength = sizeof(ulong) + sizeof(uint);

    private readonly FileStream _file;
    private readonly TimeProvider _clock;
    private readonly ArrayBufferWriter<byte> _record = new();

    /// <summary>Makes a new file in a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="OutputFileException">The file cannot be written.</exception>
    public EventFile(string folder, TimeProvider clock)
    {
        _clock = clock;
        _file = Create(folder, clock.GetUtcNow());
        Write(new Event { FileVersion = "brain.Event:2" });
    }

    /// <summary>Where it lies.</summary>
    public string Path => _file.Name;

    /// <summary>Adds an event, to which it gives the time.</summary>
    /// <exception cref="OutputFileException">The disk is full, or the like.</exception>
    public void Write(Event item)
    {
        item.WallTime = (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        int length = item.CalculateSize();
        _record.ResetWrittenCount();
        Span<byte> record = _record.GetSpan(HeaderLength + length + sizeof(uint))[..(HeaderLength + length + sizeof(uint))];
        Span<byte> data = record.Slice(HeaderLength, length);
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[sizeof(ulong)..], MaskedChecksum.Of(record[..sizeof(ulong)]));
        item.WriteTo(data);
        BinaryPrimitives.WriteUInt32LittleEndian(record[^sizeof(uint)..], MaskedChecksum.Of(data));
        _record.Advance(record.Length);
        OutputFile.Try(Path, () => _file.Write(_record.WrittenSpan));
    }

    /// <summary>Lets readers see all that was written.</summary>
    /// <exception cref="OutputFileException">The disk is full, or the like.</exception>
    public void Flush() => OutputFile.Try(Path, _file.Flush);

    /// <inheritdoc/>
    public void Dispose() => OutputFile.Try(Path, _file.Dispose);

    /// <summary>Closes the file and removes it.</summary>
    public void Discard()
    {
        Dispose();
        OutputFile.Try(Path, () => File.Delete(Path));
    }

    /// <summary>TensorBoard reads the files of a folder in the order of their names, which therefore begin with the time.</summary>
    private static FileStream Create(string folder, DateTimeOffset time)
    {
        string start = Invariant($"events.out.tfevents.{time.ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}");
        FileStream? file = null;
        OutputFile.Try(folder, () => Directory.CreateDirectory(folder));
        for (int number = 0; file is null; number++)
        {
            string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, Invariant($"{start}.{number}")));
            if (!File.Exists(path))
            {
                OutputFile.Try(path, () => file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16));
            }
        }

        return file;
    }
}
