using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class RankingTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(10, 3)]
    [InlineData(7, 500)]
    public void The_highest_are_kept_in_their_order(int capacity, int count)
    {
        var random = new Random(count);
        float[] scores = [.. Enumerable.Range(0, count).Select(_ => random.Next(20) / 4f)];
        var ranking = new Ranking(capacity);
        for (int item = 0; item < count; item++)
        {
            ranking.Add(scores[item], item);
        }

        ranking.Items.ToArray().ShouldBe(Enumerable.Range(0, count).OrderByDescending(item => scores[item]).Take(capacity));
    }

    [Fact]
    public void What_is_not_a_number_comes_last()
    {
        var ranking = new Ranking(2);
        ranking.Add(float.NaN, 0);
        ranking.Add(1, 1);
        ranking.Add(2, 2);
        ranking.Items.ToArray().ShouldBe([2, 1]);
    }
}
