using Shouldly;
using Xunit;

namespace GraphGen.Tests.Data;

public sealed class BatchSamplerTests
{
    [Theory]
    [InlineData(10, 3, 4, 1)]
    [InlineData(9, 3, 3, 3)]
    [InlineData(1, 5, 1, 1)]
    [InlineData(3, int.MaxValue, 1, 3)]
    public void Batches_cover_every_row_once(int count, int batchSize, int batches, int last)
    {
        var sampler = new BatchSampler(count, batchSize, seed: 1);
        sampler.Shuffle(0);

        sampler.BatchCount.ShouldBe(batches);
        sampler.Batch(batches - 1).Length.ShouldBe(last);
        Order(sampler).Order().ShouldBe(Enumerable.Range(0, count));
    }

    [Fact]
    public void Rows_keep_their_own_order_until_shuffled() => Order(new BatchSampler(7, 2, seed: 9)).ShouldBe([0, 1, 2, 3, 4, 5, 6]);

    [Fact]
    public void The_order_of_an_epoch_does_not_depend_on_those_before()
    {
        var uninterrupted = new BatchSampler(50, 8, seed: 3);
        uninterrupted.Shuffle(0);
        int[] first = Order(uninterrupted);
        uninterrupted.Shuffle(1);
        var resumed = new BatchSampler(50, 8, seed: 3);
        resumed.Shuffle(1);

        Order(resumed).ShouldBe(Order(uninterrupted));
        Order(resumed).ShouldNotBe(first);
    }

    [Fact]
    public void Another_seed_gives_another_order()
    {
        var one = new BatchSampler(50, 8, seed: 1);
        var two = new BatchSampler(50, 8, seed: 2);
        one.Shuffle(0);
        two.Shuffle(0);

        Order(one).ShouldNotBe(Order(two));
    }

    [Fact]
    public void Every_row_comes_first_about_equally_often()
    {
        const int Epochs = 6000;
        int[] first = new int[6];
        var sampler = new BatchSampler(first.Length, 1, seed: 11);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            sampler.Shuffle(epoch);
            first[sampler.Batch(0)[0]]++;
        }

        // Five standard deviations of a binomial count.
        double tolerance = 5 * Math.Sqrt(Epochs * (1 / 6.0) * (5 / 6.0));
        first.ShouldAllBe(count => Math.Abs(count - (Epochs / 6.0)) < tolerance);
    }

    [Fact]
    public void Shuffling_allocates_nothing()
    {
        var sampler = new BatchSampler(100, 10, seed: 1);
        sampler.Shuffle(0);

        long before = GC.GetAllocatedBytesForCurrentThread();
        sampler.Shuffle(1);
        _ = sampler.Batch(3);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Figures_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchSampler(0, 1, 0)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentOutOfRangeException>(() => new BatchSampler(1, 0, 0)).ParamName.ShouldBe("batchSize");
        var sampler = new BatchSampler(4, 2, 0);
        Should.Throw<ArgumentOutOfRangeException>(() => sampler.Shuffle(-1)).ParamName.ShouldBe("epoch");
        Should.Throw<ArgumentOutOfRangeException>(() => sampler.Batch(2).ToArray()).Message.ShouldContain("no mini-batch 2 among the 2");
        Should.Throw<ArgumentOutOfRangeException>(() => sampler.Batch(-1).ToArray()).Message.ShouldContain("-1");
    }

    private static int[] Order(BatchSampler sampler)
    {
        var order = new List<int>();
        for (int batch = 0; batch < sampler.BatchCount; batch++)
        {
            order.AddRange(sampler.Batch(batch));
        }

        return [.. order];
    }
}
