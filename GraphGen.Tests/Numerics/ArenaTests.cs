using System.Runtime.CompilerServices;
using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Numerics;

public sealed class ArenaTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Start_is_aligned_and_content_zero(int length)
    {
        var arena = new Arena(length);

        arena.Length.ShouldBe(length);
        arena.Span.Length.ShouldBe(length);
        arena.Span.IndexOfAnyExcept(0f).ShouldBe(-1);
        (AddressOf(ref arena.Start) % Arena.Alignment).ShouldBe((nuint)0);
        arena.Bytes.ShouldBeInRange(length * 4L, (length * 4L) + Arena.Alignment);
    }

    [Fact]
    public void Start_and_span_are_the_same_memory()
    {
        var arena = new Arena(5);
        Unsafe.Add(ref arena.Start, 4) = 7f;

        arena.Span.ToArray().ShouldBe([0f, 0f, 0f, 0f, 7f]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void An_impossible_length_is_refused(int length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Arena(length)).ParamName.ShouldBe("length");

    [Fact]
    public void Scratch_grows_once_and_then_allocates_nothing()
    {
        ThreadScratch.Rent(100);
        ref float first = ref ThreadScratch.Rent(5_000);
        nuint address = AddressOf(ref first);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool same = true;
        for (int length = 0; length <= 5_000; length += 500)
        {
            same &= Unsafe.AreSame(ref first, ref ThreadScratch.Rent(length));
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        same.ShouldBeTrue();
        (address % Arena.Alignment).ShouldBe((nuint)0);
    }

    [Fact]
    public void Scratch_belongs_to_one_thread()
    {
        ThreadScratch.Rent(64) = 1f;
        var other = new Thread(() => ThreadScratch.Rent(64) = 2f);
        other.Start();
        other.Join();

        ThreadScratch.Rent(64).ShouldBe(1f);
    }

    // The arena is pinned, so its distance from the null reference is its address: for good, and without unsafe code.
    private static nuint AddressOf(ref float value) => (nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref value);
}
