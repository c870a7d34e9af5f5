namespace GraphGen;

/// <summary>Reads on in a file a little at a time, and remembers the last piece.</summary>
/// <param name="file">The file.</param>
internal sealed class ChunkStream(FileStream file) : ReadOnlyStream
{
    /// <summary>The most bytes read at once.</summary>
    public const int ChunkLength = 2048;

    /// <summary>So many bytes are read singly at first: who stops among them has used all that he was given.</summary>
    public const int SingleBytes = 64;

    private readonly long _start = file.Position;

    /// <summary>Where the last piece began.</summary>
    public long LastStart { get; private set; }

    /// <summary>The bytes of the last piece; 0 where the file has no more.</summary>
    public int LastLength { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        LastStart = file.Position;
        LastLength = file.Read(buffer[..Math.Min(LastStart - _start < SingleBytes ? 1 : ChunkLength, buffer.Length)]);
        return LastLength;
    }
}
