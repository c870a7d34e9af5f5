using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0.12, 0.98, 0.5)]
    [InlineData(0.21, 0.39, 0.05)]
    [InlineData(-3, 17, 5)]
    [InlineData(5, 5, 0.5)]
    [InlineData(0, 0, 0.5)]
    [InlineData(-2e-9, 3e-9, 2e-9)]
    public void A_linear_axis_has_round_ticks_around_all_values(double lowest, double highest, double step)
    {
        Axis axis = Axis.Around([lowest, highest], AxisScale.Linear, start: 0, end: 100);
        axis.Ticks[0].ShouldBeLessThanOrEqualTo(lowest);
        axis.Ticks[^1].ShouldBeGreaterThanOrEqualTo(highest);
        axis.Ticks.Length.ShouldBeInRange(2, 7);
        foreach ((double first, double second) in axis.Ticks.Zip(axis.Ticks.Skip(1)))
        {
            (second - first).ShouldBe(step, 1e-9 * step);
        }
    }

    [Theory]
    [InlineData(0.013, 1.9, new[] { 0.01, 0.1, 1 })]
    [InlineData(0.3, 1.9, new[] { 0.2, 0.5, 1, 2 })]
    [InlineData(1e-30, 1e-4, new[] { 1e-30 })]
    public void A_logarithmic_axis_has_round_ticks(double lowest, double highest, double[] ticks)
    {
        Axis axis = Axis.Around([lowest, highest], AxisScale.Logarithmic, start: 0, end: 100);
        axis.IsLogarithmic.ShouldBeTrue();
        axis[lowest].ShouldBeInRange(0, 100);
        axis[highest].ShouldBeInRange(0, 100);
        axis.Ticks.Length.ShouldBeInRange(2, 6);
        foreach (double tick in ticks)
        {
            axis.Ticks.ShouldContain(value => Math.Abs((value / tick) - 1) < 1e-9);
        }
    }

    [Fact]
    public void Places_are_proportional_to_values_or_to_their_logarithms()
    {
        Axis linear = Axis.Around([0, 10], AxisScale.Linear, start: 200, end: 0);
        linear[linear.Ticks[0]].ShouldBe(200);
        linear[linear.Ticks[^1]].ShouldBe(0);
        linear[5].ShouldBe(100, 1e-9);

        Axis logarithmic = Axis.Around([0.01, 100], AxisScale.Logarithmic, start: 0, end: 40);
        logarithmic[0.1].ShouldBe(10, 1e-9);
        logarithmic[1].ShouldBe(20, 1e-9);
    }

    [Fact]
    public void An_axis_of_shares_stays_within_zero_and_one()
    {
        Axis.Around([1, 1], AxisScale.Share, 0, 1).Ticks[^1].ShouldBe(1);
        Axis.Around([0, 0], AxisScale.Share, 0, 1).Ticks.ShouldBe([0, 0.5, 1]);
        Axis.Around([0.31, 0.99], AxisScale.Share, 0, 1).Ticks[^1].ShouldBe(1);
    }

    [Fact]
    public void Skewed_values_make_it_logarithmic_and_no_others()
    {
        Is([1, 0.3, 0.1, 0.03, 0.01]).ShouldBeTrue();
        Is([1, 0.9, 0.8, 0.7, 1e-6]).ShouldBeFalse("one tiny value would squeeze all others");
        Is([1, 0.5, 0.2]).ShouldBeFalse();
        Is([1, 0.1, 0.01, 0]).ShouldBeFalse("zero has no logarithm");

        static bool Is(double[] values) => Axis.Around(values, AxisScale.Skewed, 0, 1).IsLogarithmic;
    }

    [Fact]
    public void What_is_not_finite_has_no_say()
    {
        Axis axis = Axis.Around([double.NaN, 2, double.PositiveInfinity, 4], AxisScale.Linear, 0, 1);
        axis.Ticks[0].ShouldBe(2);
        axis.Ticks[^1].ShouldBe(4);
        Axis.Around([double.NaN], AxisScale.Skewed, 0, 1).Ticks.Length.ShouldBeGreaterThan(1);
        Axis.Around([], AxisScale.Logarithmic, 0, 1).Ticks.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Random_ranges_give_few_ticks_in_order_around_their_values()
    {
        var random = new Random(7);
        for (int time = 0; time < 2000; time++)
        {
            double lowest = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 13));
            double highest = lowest + (random.NextDouble() * Math.Pow(10, random.Next(-12, 13)));
            foreach (AxisScale scale in Enum.GetValues<AxisScale>())
            {
                Axis axis = Axis.Around([lowest, highest], scale, 0, 100);
                axis.Ticks.Length.ShouldBeInRange(1, 9, $"from {lowest} to {highest}");
                axis.Ticks.ShouldBeInOrder();
                axis[lowest].ShouldBeInRange(-0.01, 100.01, $"from {lowest} to {highest}");
                axis[highest].ShouldBeInRange(-0.01, 100.01, $"from {lowest} to {highest}");
            }
        }
    }
}
