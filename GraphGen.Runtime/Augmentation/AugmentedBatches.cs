using System.Runtime.ExceptionServices;
using static System.FormattableString;

namespace GraphGen.Execution;

/// <summary>
/// Prepares mini-batches of distorted images on a thread of its own, one ahead of training: while one is trained on, the next is
/// made. Nothing is allocated after construction, and the thread sleeps when there is nothing to do. Used by one thread.
/// </summary>
internal sealed class AugmentedBatches : IDisposable
{
    private const int StackBytes = 1 << 20;
    private const int BufferCount = 2;

    private readonly Dataset _data;
    private readonly ImageAugmenter _augmenter;
    private readonly int _batchSize;
    private readonly BatchBuffer[] _buffers;
    private readonly int[] _places;
    private readonly Thread _thread;

    // Guards everything below. Batches of an epoch count from 0: prepared so far, handed out so far, and no longer in use.
    private readonly object _gate = new();
    private BatchSampler? _sampler;
    private int _epoch;
    private int _batchCount;
    private int _prepared;
    private int _taken;
    private int _released;
    private bool _isPreparing;
    private bool _isStopped;
    private Exception? _failure;

    /// <summary>Allocates the buffers and starts the thread.</summary>
    /// <param name="data">The data to take rows from; every row is an image.</param>
    /// <param name="augmentation">How to distort them.</param>
    /// <param name="batchSize">Rows of the largest mini-batch, at least 1.</param>
    /// <exception cref="ArgumentException">The rows of the data are not images of the augmentation's size.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1, or so large that a batch fits into no array.</exception>
    public AugmentedBatches(Dataset data, ImageAugmentation augmentation, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(augmentation);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batchSize, Array.MaxLength / Math.Max(data.InputSize, data.TargetSize));
        if (data.InputSize != augmentation.ImageSize)
        {
            throw new ArgumentException(
                Invariant($"The augmentation is for images of {augmentation.Height} x {augmentation.Width} x {augmentation.Channels} = {augmentation.ImageSize} values, but the rows of the data hold {data.InputSize} features. Make it for the images that the data hold."),
                nameof(augmentation));
        }

        _data = data;
        _augmenter = augmentation.CreateAugmenter();
        _batchSize = batchSize;
        _buffers = new BatchBuffer[BufferCount];
        for (int buffer = 0; buffer < BufferCount; buffer++)
        {
            _buffers[buffer] = new BatchBuffer(data, batchSize);
        }

        _places = new int[batchSize];
        for (int place = 0; place < batchSize; place++)
        {
            _places[place] = place;
        }

        // Unsafe in that it leaves the caller's execution context behind, which a long-lived thread would keep alive.
        _thread = new Thread(Prepare, StackBytes) { IsBackground = true, Name = "GraphGen augmentation" };
        _thread.UnsafeStart();
    }

    /// <summary>Begins an epoch, and gives up what is left of the one before.</summary>
    /// <param name="epoch">The epoch, from 0 on: images are distorted anew in each.</param>
    /// <param name="sampler">The mini-batches, shuffled for this epoch. It must be left alone until the last of them was taken.</param>
    /// <param name="first">The mini-batch to begin with, counted from 0; their number for none.</param>
    /// <exception cref="ArgumentException">The sampler's mini-batches are larger than the buffers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative, or there is no mini-batch <paramref name="first"/>.</exception>
    /// <exception cref="ObjectDisposedException">This has been disposed.</exception>
    public void Start(int epoch, BatchSampler sampler, int first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentNullException.ThrowIfNull(sampler);
        if (sampler.BatchSize > _batchSize)
        {
            throw new ArgumentException(
                Invariant($"The sampler's mini-batches of {sampler.BatchSize} rows do not fit into buffers of {_batchSize} rows."), nameof(sampler));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, sampler.BatchCount);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            _sampler = null;
            while (_isPreparing)
            {
                Monitor.Wait(_gate);
            }

            _sampler = sampler;
            _epoch = epoch;
            _batchCount = sampler.BatchCount;
            _prepared = first;
            _taken = first;
            _released = first;
            _failure = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the next mini-batch. The one handed out before is given back and must not be used any more.</summary>
    /// <param name="batch">The mini-batch, in the first rows of a data set.</param>
    /// <param name="rows">Those rows: 0, 1, 2 and so on; fewer in the last mini-batch of an epoch.</param>
    /// <returns>Whether there was another in this epoch; when not, the rest means nothing.</returns>
    /// <exception cref="InvalidOperationException">No epoch was started.</exception>
    /// <exception cref="ObjectDisposedException">This has been disposed.</exception>
    /// <remarks>What went wrong on the other thread is thrown here.</remarks>
    public bool Next(out Dataset batch, out ReadOnlySpan<int> rows)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            BatchSampler sampler = _sampler ?? throw new InvalidOperationException("No epoch was started: call Start first.");
            _released = _taken;
            Monitor.PulseAll(_gate);
            batch = _buffers[_taken % BufferCount].Batch;
            rows = [];
            if (_taken == _batchCount)
            {
                return false;
            }

            while (_prepared == _taken && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (_prepared == _taken)
            {
                ExceptionDispatchInfo.Throw(_failure!);
            }

            rows = _places.AsSpan(0, sampler.Batch(_taken).Length);
            _taken++;
            return true;
        }
    }

    /// <summary>Ends the thread, after the mini-batch that it is at.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }

        _thread.Join();
    }

    private void Prepare()
    {
        while (WaitForWork() is { } sampler)
        {
            Exception? failure = null;
            try
            {
                _buffers[_prepared % BufferCount].Fill(_data, sampler.Batch(_prepared), _epoch, _augmenter);
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            lock (_gate)
            {
                _isPreparing = false;
                _failure = failure;
                _prepared += failure is null ? 1 : 0;
                Monitor.PulseAll(_gate);
            }
        }
    }

    // Returns null when this was disposed. While work is being done, nobody else changes its epoch or number.
    private BatchSampler? WaitForWork()
    {
        lock (_gate)
        {
            while (!_isStopped && (_sampler is null || _failure is not null || _prepared == _batchCount || _prepared == _released + BufferCount))
            {
                Monitor.Wait(_gate);
            }

            _isPreparing = !_isStopped;
            return _isStopped ? null : _sampler;
        }
    }
}
