using Shouldly;
using Xunit;
using static GraphGen.LearningRateSchedule;

namespace GraphGen.Tests.Schedules;

/// <summary>Whole curves against PyTorch, in which every step is an epoch of one mini-batch.</summary>
public sealed class ScheduleGoldenTests
{
    private static readonly ScheduleCurves Goldens = ScheduleCurves.Read();

    private static readonly Dictionary<string, LearningRateSchedule> Schedules = new()
    {
        ["Exponential"] = Exponential(0.1, 0.9),
        ["PiecewiseConstant"] = PiecewiseConstant(0.1, (5, 0.01), (12, 0.001)),
        ["Power"] = Power(0.1, scale: 4),
        ["PowerOfAnotherExponent"] = Power(0.1, scale: 2.5, exponent: 0.75),
        ["OneCycle"] = OneCycle(0.4),
        ["OneCycleLinear"] = OneCycle(0.4, rise: 0.45, divisor: 10, finalDivisor: 100, Annealing.Linear),
        ["OneCycleInThreePhases"] = OneCycle(0.4, rise: 0.4, threePhases: true),
        ["OneCycleLinearInThreePhases"] = OneCycle(0.4, annealing: Annealing.Linear, threePhases: true),
        ["Cosine"] = Cosine(0.3, 0.01),
        ["CosineRestarts"] = CosineRestarts(0.3, 7, minimum: 0.02),
        ["CosineRestartsThatGrow"] = CosineRestarts(0.3, 4, growth: 2),
        ["Performance"] = Performance(0.1, factor: 0.5, patience: 2, threshold: 1e-3),
        ["PerformanceWithCooldown"] = Performance(0.1, factor: 0.2, patience: 1, threshold: 0.05, cooldown: 3, minimum: 0.001),
        ["WarmUpThenCosine"] = WarmUp(10, 0.1).Then(Cosine(0.2)),
        ["WarmUpThenExponential"] = WarmUp(6, 0.25).PerEpoch().Then(Exponential(0.2, 0.8)),
    };

    public static TheoryData<string> Names => [.. Goldens.Curves.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_curve_is_PyTorchs(string name)
    {
        double[] expected = Goldens.Curves[name];
        ScheduleRun run = Schedules[name].Start(batchesPerEpoch: 1, expected.Length);
        for (int step = 0; step < expected.Length; step++)
        {
            double rate = run.Next();
            rate.ShouldBe(expected[step], (1e-7 * expected[step]) + 1e-17, $"{name}, step {step}");
            run.EndEpoch(Goldens.Losses[step % Goldens.Losses.Length]);
        }
    }

    [Fact]
    public void Every_curve_of_the_file_has_its_schedule() => Schedules.Keys.Order().ShouldBe(Goldens.Curves.Keys.Order());
}
