namespace GraphGen;

/// <summary>
/// Appends numbers to a file through a buffer. An attempt that fails leaves everything as it was: what was taken before is neither lost nor written
/// twice, and the same numbers may be appended again.
/// </summary>
/// <param name="file">The file, which can seek and does not buffer by itself.</param>
/// <param name="element">What the numbers are.</param>
/// <param name="start">The offset in bytes of the first number.</param>
internal sealed class NpyAppender<T>(Stream file, NpyElement<T> element, int start)
    where T : unmanaged
{
    private const int BufferSize = 1 << 20;

    private readonly T[] _buffer = new T[BufferSize / element.Size];
    private int _buffered;
    private long _written;

    /// <summary>The numbers taken so far.</summary>
    public long Count => _written + _buffered;

    /// <summary>Appends all of the numbers, or throws and appends none.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(ReadOnlySpan<T> values)
    {
        if (values.Length > _buffer.Length - _buffered)
        {
            WriteBuffer();
        }

        if (values.Length > _buffer.Length)
        {
            Write(values);
        }
        else
        {
            values.CopyTo(_buffer.AsSpan(_buffered));
            _buffered += values.Length;
        }
    }

    /// <summary>Writes what is left in the buffer, and cuts off what failed attempts left behind the last number.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Flush()
    {
        WriteBuffer();
        file.SetLength(Offset);
    }

    private long Offset => start + (_written * element.Size);

    private void WriteBuffer()
    {
        Write(_buffer.AsSpan(0, _buffered));
        _buffered = 0;
    }

    private void Write(ReadOnlySpan<T> values)
    {
        file.Position = Offset;
        element.Write(file, values);
        _written += values.Length;
    }
}
