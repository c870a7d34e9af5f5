namespace GraphGen;

/// <summary>Reads a file in a ZIP archive, sums it up by the archive's checksum, and explains damage.</summary>
/// <param name="stream">What the archive reads.</param>
/// <param name="file">The file, for messages.</param>
internal sealed class ZipEntryStream(Stream stream, string file) : ReadOnlyStream
{
    private Crc32 _crc;

    /// <summary>The checksum of all that was read so far.</summary>
    public uint Crc => _crc.Value;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            int count = stream.Read(buffer);
            _crc.Append(buffer[..count]);
            return count;
        }
        catch (Exception exception) when (ZipDamage.Causes(exception))
        {
            throw ZipDamage.Explain(file, exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
