using System.Runtime.CompilerServices;

namespace GraphGen.Numerics;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a generator without state
/// but a counter. Equal seed and stream give equal numbers on every processor, operating system and version of .NET;
/// different streams of a seed are independent. A mutable struct: pass it by reference.
/// </summary>
/// <remarks>
/// The seed is the key, the stream the upper half of the 128-bit counter. A stream has a period of 2^66 numbers of 32 bits.
/// </remarks>
/// <param name="seed">Any number.</param>
/// <param name="stream">Any number: what the numbers are for, so that one use does not depend on how many another has drawn.</param>
public struct CounterRandom(ulong seed, ulong stream)
{
    private const int WordsPerBlock = 4;

    private readonly ulong _seed = seed;
    private readonly ulong _stream = stream;
    private ulong _nextBlock;
    private Block _block;
    private int _wordsLeft;

    /// <summary>The next 32 uniform bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (_wordsLeft == 0)
        {
            var counter = new Block((uint)_nextBlock, (uint)(_nextBlock >> 32), (uint)_stream, (uint)(_stream >> 32));
            _block = Generate(counter, (uint)_seed, (uint)(_seed >> 32));
            _nextBlock++;
            _wordsLeft = WordsPerBlock;
        }

        return (WordsPerBlock - _wordsLeft--) switch
        {
            0 => _block.Word0,
            1 => _block.Word1,
            2 => _block.Word2,
            _ => _block.Word3,
        };
    }

    /// <summary>A uniform number from 0 inclusive to 1 exclusive, a multiple of 2^-53. Takes two numbers of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble()
    {
        ulong high = NextUInt32();
        ulong bits = (high << 32) | NextUInt32();
        return (bits >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>
    /// A uniform integer from 0 inclusive to <paramref name="exclusiveBound"/>, without bias (Lemire, "Fast random integer generation in an
    /// interval", 2019).
    /// </summary>
    /// <param name="exclusiveBound">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveBound"/> is below 1.</exception>
    public int NextInt(int exclusiveBound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveBound, 1);
        uint bound = (uint)exclusiveBound;
        ulong product = (ulong)NextUInt32() * bound;
        if ((uint)product < bound)
        {
            // 2^32 is no multiple of the bound: the first 2^32 mod bound low halves would make some results too likely.
            uint surplus = (0u - bound) % bound;
            while ((uint)product < surplus)
            {
                product = (ulong)NextUInt32() * bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>
    /// A normal number of mean 0 and standard deviation 1, by the inverse of the distribution function. Takes two numbers of 32 bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextNormal()
    {
        // Odd multiples of 2^-53: symmetric about one half, and never 0 or 1.
        ulong high = NextUInt32();
        ulong bits = (high << 32) | NextUInt32();
        double probability = ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));
        return NormalQuantile.Of(probability);
    }

    /// <summary>
    /// Puts <paramref name="values"/> in random order, each order as likely as any other (Fisher and Yates, 1938; Durstenfeld, 1964).
    /// </summary>
    /// <param name="values">What to shuffle, in place.</param>
    public void Shuffle(Span<int> values)
    {
        for (int last = values.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>The function itself: encrypts a counter under a key, in ten rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Block Generate(Block counter, uint key0, uint key1)
    {
        const int Rounds = 10;
        const uint Multiplier0 = 0xD2511F53;
        const uint Multiplier1 = 0xCD9E8D57;

        // The golden ratio's fraction and that of the square root of 3.
        const uint KeyStep0 = 0x9E3779B9;
        const uint KeyStep1 = 0xBB67AE85;
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * counter.Word0;
            ulong product1 = (ulong)Multiplier1 * counter.Word2;
            counter = new Block(
                (uint)(product1 >> 32) ^ counter.Word1 ^ key0,
                (uint)product1,
                (uint)(product0 >> 32) ^ counter.Word3 ^ key1,
                (uint)product0);
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        return counter;
    }

    /// <summary>128 bits, the lowest word first.</summary>
    internal readonly record struct Block(uint Word0, uint Word1, uint Word2, uint Word3);
}
