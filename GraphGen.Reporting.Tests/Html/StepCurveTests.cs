using GraphGen.Reporting.Html;
using Shouldly;
using Xunit;

namespace GraphGen.Reporting.Tests.Html;

public sealed class StepCurveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void Each_place_is_the_mean_of_a_run_of_steps(int steps)
    {
        var curve = new StepCurve();
        for (int step = 1; step <= steps; step++)
        {
            curve.Add(step + 40, loss: (double)step * step, rate: 1.0 / step);
        }

        curve.Count.ShouldBeInRange(Math.Min(steps, 128), 256);
        int each = 1;
        while (each * 256 < steps)
        {
            each *= 2;
        }

        for (int place = 0; place < curve.Count; place++)
        {
            int from = (place * each) + 1, to = Math.Min(from + each - 1, steps);
            double[] run = [.. Enumerable.Range(from, to - from + 1).Select(step => (double)step)];
            curve.Step(place).ShouldBe(run.Average() + 40, 1e-9);
            curve.Loss(place).ShouldBe(run.Average(step => step * step), 1e-6 * steps * steps);
            curve.Rate(place).ShouldBe(run.Average(step => 1 / step), 1e-9);
        }
    }

    [Fact]
    public void It_begins_anew()
    {
        var curve = new StepCurve();
        curve.Count.ShouldBe(0);
        curve.Add(1, 5, 5);
        curve.Clear();
        curve.Count.ShouldBe(0);
        curve.Add(9, 2, 3);
        (curve.Step(0), curve.Loss(0), curve.Rate(0)).ShouldBe((9, 2, 3));
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        var curve = new StepCurve();
        curve.Add(1, 1, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 2; step < 5000; step++)
        {
            curve.Add(step, 1, 1);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
