using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GraphGen.Execution;

/// <summary>
/// A barrier with a central counter and a phase number. The last thread to arrive begins the next phase; the others watch the
/// number. See J. M. Mellor-Crummey and M. L. Scott, "Algorithms for scalable synchronization on shared-memory multiprocessors",
/// ACM Transactions on Computer Systems 9(1), 1991, section 3.1.
/// </summary>
internal sealed class PhaseBarrier
{
    private const int Broken = -1;

    private Words _words = new() { Participants = 1, Missing = 1 };

    /// <summary>How many threads take part.</summary>
    public int Participants => _words.Participants;

    /// <summary>Whether the threads of the run before outnumbered the processors.</summary>
    public bool IsCrowded => _words.IsCrowded;

    /// <summary>Makes the barrier ready for a run. No thread may be inside.</summary>
    /// <param name="participants">How many threads take part, at least 1.</param>
    public void Prepare(int participants)
    {
        // Nothing is written where nothing changed: a write would cost each thread a cache miss.
        if (_words.Participants != participants || _words.Phase == Broken)
        {
            _words.Participants = participants;
            _words.IsCrowded = participants > Environment.ProcessorCount;
            _words.Missing = participants;
            _words.Phase = 0;
        }
    }

    /// <summary>Waits for all participants.</summary>
    /// <exception cref="BrokenPhaseException">A participant failed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Wait()
    {
        int phase = Volatile.Read(ref _words.Phase);
        if (phase != Broken)
        {
            if (Interlocked.Decrement(ref _words.Missing) == 0)
            {
                _words.Missing = _words.Participants;
                Volatile.Write(ref _words.Phase, (phase + 1) & int.MaxValue);
                return;
            }

            Watch.UntilChanged(ref _words.Phase, phase, _words.IsCrowded);
        }

        if (Volatile.Read(ref _words.Phase) == Broken)
        {
            throw new BrokenPhaseException();
        }
    }

    /// <summary>
    /// Sets free all who wait, now or later, until the next <see cref="Prepare"/>. Only a participant may call this, and it must not
    /// wait again: then nobody can complete the phase, and no other number can overwrite this one.
    /// </summary>
    public void Break() => Volatile.Write(ref _words.Phase, Broken);

    // Each word that is written during a run has two cache lines to itself, since processors fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct Words
    {
        [FieldOffset(128)]
        public int Participants;

        [FieldOffset(132)]
        public bool IsCrowded;

        [FieldOffset(256)]
        public int Missing;

        [FieldOffset(384)]
        public int Phase;
    }
}
