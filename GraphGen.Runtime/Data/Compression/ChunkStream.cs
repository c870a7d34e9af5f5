namespace GraphGen;

/// <summary>Reads a file a little at a time, and remembers where the last piece began.</summary>
/// <param name="file">The file.</param>
internal sealed class ChunkStream(FileStream file) : ReadOnlyStream
{
    /// <summary>The most bytes read at once.</summary>
    public const int ChunkLength = 2048;

    /// <summary>Where the last piece began that had any bytes.</summary>
    public long LastStart { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        long start = file.Position;
        int count = file.Read(buffer[..Math.Min(ChunkLength, buffer.Length)]);
        LastStart = count > 0 ? start : LastStart;
        return count;
    }
}
