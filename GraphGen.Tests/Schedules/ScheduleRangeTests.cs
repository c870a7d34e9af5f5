using Shouldly;
using Xunit;
using static GraphGen.LearningRateSchedule;

namespace GraphGen.Tests.Schedules;

/// <summary>Every number of a schedule is checked where it is given, by its name.</summary>
public sealed class ScheduleRangeTests
{
    public static TheoryData<string, Func<LearningRateSchedule>> OutOfRange => new()
    {
        { "rate", () => Constant(-1) },
        { "rate", () => Constant(double.NaN) },
        { "rate", () => Constant(1e39) },
        { "rate", () => Power(-1, 1) },
        { "scale", () => Power(1, 0) },
        { "exponent", () => Power(1, 1, double.PositiveInfinity) },
        { "factor", () => Exponential(1, 0) },
        { "factor", () => Exponential(1, 1.01) },
        { "every", () => Exponential(1, 1, -1) },
        { "changes", () => PiecewiseConstant(1, (0, 1)) },
        { "changes", () => PiecewiseConstant(1, (2, 1), (2, 0.5)) },
        { "changes", () => PiecewiseConstant(1, (2, -1)) },
        { "factor", () => Performance(1, factor: 1) },
        { "patience", () => Performance(1, patience: -1) },
        { "threshold", () => Performance(1, threshold: 1) },
        { "cooldown", () => Performance(1, cooldown: -1) },
        { "minimum", () => Performance(1, minimum: 2) },
        { "maximum", () => OneCycle(double.NaN) },
        { "rise", () => OneCycle(1, rise: 1) },
        { "rise", () => OneCycle(1, rise: 0.5, threePhases: true) },
        { "divisor", () => OneCycle(1, divisor: 0.5) },
        { "finalDivisor", () => OneCycle(1, finalDivisor: double.NaN) },
        { "annealing", () => OneCycle(1, annealing: (Annealing)7) },
        { "maximum", () => Cosine(-1) },
        { "minimum", () => Cosine(1, minimum: -0.5) },
        { "period", () => CosineRestarts(1, 0) },
        { "growth", () => CosineRestarts(1, 1, growth: 0) },
        { "minimum", () => CosineRestarts(1, 1, minimum: 1.5) },
        { "length", () => WarmUp(0) },
        { "startFactor", () => WarmUp(1, startFactor: 1.5) },
        { "length", () => Cosine(1).Lasting(0) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_number_out_of_its_range_is_named(string argument, Func<LearningRateSchedule> make) =>
        Should.Throw<ArgumentOutOfRangeException>(make).ParamName.ShouldBe(argument);

    [Fact]
    public void A_run_needs_steps_and_finite_losses()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Constant(1).Start(0, 1)).ParamName.ShouldBe("batchesPerEpoch");
        Should.Throw<ArgumentOutOfRangeException>(() => Constant(1).Start(1, 0)).ParamName.ShouldBe("epochs");
        Should.Throw<ArgumentOutOfRangeException>(() => Constant(1).Start(1, 1).EndEpoch(double.NaN)).ParamName.ShouldBe("loss");
    }

    [Fact]
    public void Compositions_that_make_no_sense_say_what_to_do()
    {
        Should.Throw<InvalidOperationException>(() => Cosine(1).Then(Constant(1))).Message.ShouldContain(".Lasting(");
        Should.Throw<InvalidOperationException>(() => WarmUp(5).Start(1, 1)).Message.ShouldContain(".Then(");
        Should.Throw<InvalidOperationException>(() => Performance(1).PerBatch()).Message.ShouldContain("PerBatch()");
        Should.Throw<ArgumentNullException>(() => WarmUp(5).Then(null!)).ParamName.ShouldBe("next");
    }
}
