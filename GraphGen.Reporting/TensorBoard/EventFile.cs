using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.Win32.SafeHandles;
using static System.FormattableString;

namespace GraphGen.Reporting.TensorBoard;

/// <summary>
/// An event file: one TFRecord for each event, namely the length in eight bytes, its checksum in four, the event, and its checksum. What was written can be
/// read while the file grows. Where writing fails nothing is lost: the next time writes the same events again, in the same place.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const int HeaderLength = sizeof(ulong) + sizeof(uint);

    private readonly TimeProvider _clock;
    private readonly SafeFileHandle _file;
    private readonly ArrayBufferWriter<byte> _pending = new();
    private long _length;

    /// <summary>Makes a new file in a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">What time it is.</param>
    /// <exception cref="OutputFileException">The file cannot be made.</exception>
    public EventFile(string folder, TimeProvider clock)
    {
        _clock = clock;
        (Path, _file) = Create(folder, clock.GetUtcNow());
        Add(new Event { FileVersion = "brain.Event:2" });
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Finds out whether files can be made in a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="OutputFileException">They cannot.</exception>
    public static void Probe(string folder)
    {
        OutputFile.Try(folder, () => Directory.CreateDirectory(folder));
        AtomicFile.Probe(System.IO.Path.Combine(folder, "events.out.tfevents"));
    }

    /// <summary>Adds an event, to which it gives the time, to those that are to be written.</summary>
    public void Add(Event item)
    {
        item.WallTime = (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        int length = item.CalculateSize();
        Span<byte> record = _pending.GetSpan(HeaderLength + length + sizeof(uint))[..(HeaderLength + length + sizeof(uint))];
        Span<byte> data = record.Slice(HeaderLength, length);
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[sizeof(ulong)..], MaskedChecksum.Of(record[..sizeof(ulong)]));
        item.WriteTo(data);
        BinaryPrimitives.WriteUInt32LittleEndian(record[^sizeof(uint)..], MaskedChecksum.Of(data));
        _pending.Advance(record.Length);
    }

    /// <summary>Writes the events that were added, so that readers see them.</summary>
    /// <exception cref="OutputFileException">The disk is full, or the like.</exception>
    public void Write()
    {
        OutputFile.Try(Path, () => RandomAccess.Write(_file, _pending.WrittenSpan, _length));
        _length += _pending.WrittenCount;
        _pending.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Closes the file and removes it.</summary>
    /// <exception cref="OutputFileException">It cannot be removed.</exception>
    public void Discard()
    {
        Dispose();
        OutputFile.Try(Path, () => File.Delete(Path));
    }

    /// <summary>TensorBoard reads the files of a folder in the order of their names, which therefore begin with the time.</summary>
    private static (string Path, SafeFileHandle File) Create(string folder, DateTimeOffset time)
    {
        string start = Invariant($"events.out.tfevents.{time.ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}");
        OutputFile.Try(folder, () => Directory.CreateDirectory(folder));
        for (int number = 0; ; number++)
        {
            string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, Invariant($"{start}.{number}")));
            try
            {
                return (path, File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another fit began in the same second. Only the system can tell: what is asked before is out of date when the file is made.
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw OutputFile.Explain(path, exception);
            }
        }
    }
}
