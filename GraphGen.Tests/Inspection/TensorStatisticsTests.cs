using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

public class TensorStatisticsTests
{
    private static readonly float[] Values = [.. RandomData.Floats(1000, seed: 1).Select(value => (value * value * 7) - 3)];

    [Fact]
    public void Mean_deviation_and_range_are_the_textbook_ones()
    {
        TensorStatistics statistics = TensorStatistics.Of(Values);
        double mean = Values.Average(value => (double)value);
        statistics.Count.ShouldBe(1000);
        statistics.Mean.ShouldBe((float)mean, 1e-6f);
        statistics.StandardDeviation.ShouldBe((float)Math.Sqrt(Values.Average(value => Math.Pow(value - mean, 2))), 1e-6f);
        statistics.Minimum.ShouldBe(Values.Min());
        statistics.Maximum.ShouldBe(Values.Max());
        statistics.NonFiniteShare.ShouldBe(0);
    }

    [Fact]
    public void The_histogram_is_what_counting_between_the_edges_gives()
    {
        TensorStatistics statistics = TensorStatistics.Of(Values);
        statistics.Histogram.Sum().ShouldBe(1000);
        for (int bin = 0; bin < TensorStatistics.BinCount; bin++)
        {
            double from = statistics.BinEdge(bin), to = bin == TensorStatistics.BinCount - 1 ? double.PositiveInfinity : statistics.BinEdge(bin + 1);
            statistics.Histogram[bin].ShouldBe(Values.Count(value => value >= from && value < to));
        }

        statistics.BinEdge(TensorStatistics.BinCount).ShouldBe(statistics.Maximum);
    }

    [Fact]
    public void Elements_that_are_not_finite_are_counted_and_otherwise_left_out()
    {
        TensorStatistics statistics = TensorStatistics.Of([1, float.NaN, 3, float.PositiveInfinity]);
        statistics.NonFiniteShare.ShouldBe(0.5f);
        statistics.Mean.ShouldBe(2);
        statistics.StandardDeviation.ShouldBe(1);
        statistics.Histogram.Sum().ShouldBe(2);
        statistics.ToString().ShouldBe("mean 2, deviation 1, from 1 to 3, 50% not finite");
    }

    [Fact]
    public void Without_a_finite_element_nothing_is_known()
    {
        TensorStatistics statistics = TensorStatistics.Of([float.NaN, float.NegativeInfinity]);
        statistics.NonFiniteShare.ShouldBe(1);
        statistics.Mean.ShouldBe(float.NaN);
        statistics.Minimum.ShouldBe(float.NaN);
        statistics.Histogram.ShouldAllBe(count => count == 0);
    }

    [Fact]
    public void Equal_elements_lie_in_the_first_bin_and_the_widest_range_in_the_outer_ones()
    {
        TensorStatistics.Of([2, 2, 2]).Histogram[0].ShouldBe(3);
        TensorStatistics widest = TensorStatistics.Of([float.MinValue, float.MaxValue]);
        widest.Histogram[0].ShouldBe(1);
        widest.Histogram[^1].ShouldBe(1);
        widest.StandardDeviation.ShouldBe(float.MaxValue);
    }

    [Fact]
    public void An_edge_that_does_not_exist_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => TensorStatistics.Of([1]).BinEdge(41)).Message.ShouldContain("pass 0 to 40");
}
