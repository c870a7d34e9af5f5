using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.EndToEnd;

/// <summary><c>Info.Memory</c> tells before construction what an instance will really take.</summary>
public class MemoryTests
{
    /// <summary>The six arenas spare up to 15 floats each for alignment.</summary>
    private const int ArenaSlack = 6 * (Arena.Alignment - sizeof(float));

    /// <summary>Layers, parameters, their names and shapes: objects whose size has nothing to do with the number of weights.</summary>
    private const int ObjectSlack = 16 * 1024;

    [Theory]
    [InlineData(8)]
    [InlineData(128)]
    public void A_classifier_takes_what_its_Info_says(int rows) =>
        Check(Digits.Info.Memory, rows, () => new Digits(batchCapacity: rows));

    [Theory]
    [InlineData(8)]
    [InlineData(512)]
    public void A_regression_takes_what_its_Info_says(int rows) =>
        Check(Curve.Info.Memory, rows, () => new Curve(batchCapacity: rows));

    [Theory]
    [InlineData(16)]
    [InlineData(33)]
    public void A_wide_network_takes_what_its_Info_says(int rows) =>
        Check(Wide.Info.Memory, rows, () => new Wide(batchCapacity: rows));

    [Theory]
    [InlineData(8)]
    public void A_machine_takes_what_its_Info_says(int rows) =>
        Check(ManyChains.Info.Memory, rows, () => new ManyChains(batchCapacity: rows));

    /// <summary>
    /// The constructor allocates what stays, and the initial weights: each matrix is drawn row by row before it is laid out.
    /// </summary>
    private static void Check<TNetwork>(MemoryInfo memory, int rows, Func<TNetwork> construct)
        where TNetwork : INetwork
    {
        construct();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TNetwork network = construct();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        long drawn = network.Parameters.Where(parameter => parameter.Shape.Length == 2).Sum(parameter => (long)parameter.Length);
        long kept = allocated - (drawn * sizeof(float));
        network.BatchCapacity.ShouldBe(rows);
        kept.ShouldBeGreaterThanOrEqualTo(memory.Total(rows));

        // Buffers hold whole tiles of rows.
        int tiles = (rows + NetworkMemory.RowGranularity - 1) / NetworkMemory.RowGranularity;
        kept.ShouldBeLessThanOrEqualTo(memory.Total(tiles * NetworkMemory.RowGranularity) + ArenaSlack + ObjectSlack);
    }
}

[Rbm(40, 30, PersistentChains = 4000)]
internal sealed partial class ManyChains;
