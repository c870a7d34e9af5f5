using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace GraphGen;

/// <summary>
/// Rows in a file that is mapped into memory, read-only. The mapping ends when nothing refers to this any more, which whoever reads values
/// takes care of; a user's spans cannot, so once he was given one, it stays for good.
/// </summary>
internal sealed unsafe class MappedStorage : RowStorage
{
    private static readonly ConcurrentDictionary<MappedStorage, bool> Exposed = new();

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly float* _first;
    private readonly List<(long Start, long End)> _finite = [];
    private bool _isExposed;

    /// <summary>Maps a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">The offset in bytes of the first value, a multiple of 4.</param>
    /// <param name="length">The number of values, at least 1, which the file has.</param>
    /// <exception cref="IOException">The file cannot be mapped.</exception>
    public MappedStorage(string path, int start, long length)
    {
        Length = length;
        FileStream file = InputFile.Open(path);
        try
        {
            if (file.Length < start + (length * sizeof(float)))
            {
                throw new IOException($"'{path}' has become shorter since its header was read.");
            }

            _file = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            _view = _file.CreateViewAccessor(0, start + (length * sizeof(float)), MemoryMappedFileAccess.Read);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _first = (float*)(_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)_view.PointerOffset + start);
    }

    /// <inheritdoc/>
    public override bool IsMapped => true;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override ref readonly float First => ref Unsafe.AsRef<float>(_first);

    /// <inheritdoc/>
    public override void Expose()
    {
        if (!_isExposed)
        {
            Exposed.TryAdd(this, true);
            _isExposed = true;
        }
    }

    /// <inheritdoc/>
    public override bool IsKnownFinite(long start, long length)
    {
        lock (_finite)
        {
            return _finite.Exists(part => part.Start <= start && start + length <= part.End);
        }
    }

    /// <inheritdoc/>
    public override void MarkFinite(long start, long length)
    {
        lock (_finite)
        {
            // Parts that touch become one, so that what was checked slice by slice is known as a whole.
            List<(long Start, long End)> parts = _finite.FindAll(part => part.Start <= start + length && start <= part.End);
            _finite.RemoveAll(parts.Contains);
            parts.Add((start, start + length));
            _finite.Add((parts.Min(part => part.Start), parts.Max(part => part.End)));
        }
    }
}
