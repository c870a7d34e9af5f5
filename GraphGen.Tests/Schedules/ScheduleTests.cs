using Shouldly;
using Xunit;
using GraphGen.Tests.Training;
using static GraphGen.LearningRateSchedule;

namespace GraphGen.Tests.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void Per_epoch_the_rate_stays_within_an_epoch_and_per_batch_it_moves()
    {
        Rates(Exponential(1, 0.5), batchesPerEpoch: 3, epochs: 3).ShouldBe([1, 1, 1, 0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.25f]);
        Rates(Exponential(1, 0.5).PerBatch(), batchesPerEpoch: 3, epochs: 1).ShouldBe([1, 0.5f, 0.25f]);
        Rates(Exponential(1, 0.25, every: 2), batchesPerEpoch: 1, epochs: 3).ShouldBe([1, 0.5f, 0.25f]);
    }

    [Fact]
    public void Without_a_length_a_schedule_spans_the_fit()
    {
        float[] perBatch = Rates(Cosine(1), batchesPerEpoch: 10, epochs: 2);
        float[] perEpoch = Rates(Cosine(1).PerEpoch(), batchesPerEpoch: 10, epochs: 2);

        perBatch[10].ShouldBe(0.5f, 1e-7f);
        perBatch[19].ShouldBe((float)((1 + Math.Cos(Math.PI * 0.95)) / 2), 1e-7f);
        perEpoch[9].ShouldBe(1);
        perEpoch[10].ShouldBe(0.5f, 1e-7f);
    }

    [Fact]
    public void With_a_length_the_rate_stays_at_its_end()
    {
        Rates(Cosine(1, minimum: 0.25).Lasting(4), batchesPerEpoch: 4, epochs: 2)[4..].ShouldBe([0.25f, 0.25f, 0.25f, 0.25f]);
        Rates(OneCycle(1, divisor: 2, finalDivisor: 2).Lasting(5), batchesPerEpoch: 8, epochs: 1)[4..].ShouldBe([0.25f, 0.25f, 0.25f, 0.25f]);
        Rates(CosineRestarts(1, 2, minimum: 0.25).Lasting(4), batchesPerEpoch: 6, epochs: 1).ShouldBe([1, 0.625f, 1, 0.625f, 0.25f, 0.25f]);
        Rates(CosineRestarts(1, 2, growth: 2, minimum: 0.25).Lasting(6), batchesPerEpoch: 8, epochs: 1)[6..].ShouldBe([0.25f, 0.25f]);
        Rates(CosineRestarts(1, 4, minimum: 0.25).Lasting(2), batchesPerEpoch: 4, epochs: 1)[2..].ShouldBe([0.625f, 0.625f]);
    }

    [Fact]
    public void A_1cycle_too_short_to_rise_begins_at_the_maximum_or_below_it_on_the_way_down()
    {
        Rates(OneCycle(1, rise: 0.25), batchesPerEpoch: 4, epochs: 1)[0].ShouldBe(1);
        float[] rates = Rates(OneCycle(1, rise: 0.25), batchesPerEpoch: 2, epochs: 1);
        rates[0].ShouldBeInRange(rates[1], 1);
    }

    [Fact]
    public void Parts_follow_each_other_each_with_its_own_unit()
    {
        LearningRateSchedule schedule = WarmUp(4, startFactor: 0).Then(Constant(1).Lasting(1)).Then(Exponential(1, 0.5));

        Rates(schedule, batchesPerEpoch: 4, epochs: 5).ShouldBe(
            [0, 0.25f, 0.5f, 0.75f, 1, 1, 1, 1, 1, 1, 1, 1, 0.5f, 0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.25f, 0.25f]);
    }

    [Fact]
    public void A_part_per_epoch_that_begins_within_an_epoch_changes_at_its_end() =>
        Rates(Constant(8).PerBatch().Lasting(2).Then(Exponential(4, 0.5)), batchesPerEpoch: 3, epochs: 3).ShouldBe([8, 8, 4, 2, 2, 2, 1, 1, 1]);

    [Fact]
    public void Compositions_may_be_composed()
    {
        LearningRateSchedule last = Constant(2).PerBatch().Lasting(1).Then(Constant(3));

        Rates(Constant(1).PerBatch().Lasting(1).Then(last), batchesPerEpoch: 3, epochs: 1).ShouldBe([1, 2, 3]);
        last.Start(1, 1).Rate.ShouldBe(2);
    }

    [Fact]
    public void A_description_never_changes()
    {
        LearningRateSchedule cosine = Cosine(1);

        _ = cosine.PerEpoch().Lasting(3);
        _ = WarmUp(3).Then(cosine);

        (cosine.Unit, cosine.Length).ShouldBe((ScheduleUnit.Batch, null));
        Rates(cosine, batchesPerEpoch: 2, epochs: 1)[0].ShouldBe(1);
    }

    [Fact]
    public void A_run_of_one_step_has_a_rate()
    {
        foreach (LearningRateSchedule schedule in new[] { OneCycle(1), OneCycle(1, threePhases: true), Cosine(1), WarmUp(5).Then(Cosine(1)) })
        {
            schedule.Start(1, 1).Next().ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Performance_hears_the_losses_of_its_own_part_only()
    {
        ScheduleRun run = Constant(1).Lasting(2).Then(Performance(1, factor: 0.5, patience: 0)).Start(batchesPerEpoch: 1, epochs: 9);
        List<float> rates = [];
        foreach (double loss in new[] { 0.1, 5, 4, 4, 3, 3 })
        {
            rates.Add(run.Next());
            run.EndEpoch(loss);
        }

        rates.ShouldBe([1, 1, 1, 1, 0.5f, 0.5f]);
        run.Rate.ShouldBe(0.25f);
    }

    [Fact]
    public void A_restored_run_goes_on_exactly()
    {
        LearningRateSchedule schedule = WarmUp(5).Then(Performance(0.7, factor: 0.3, patience: 1, cooldown: 1));
        double[] losses = [1, 1 / 3.0, 0.9, 0.8, 0.9, 0.9, 0.9, 0.9, 0.1, 0.2, 0.3, 0.4];
        float[] whole = Follow(schedule.Start(3, losses.Length), losses);
        for (int cut = 0; cut <= losses.Length; cut++)
        {
            ScheduleRun first = schedule.Start(3, losses.Length);
            float[] before = Follow(first, losses[..cut]);
            ScheduleRun second = schedule.Start(3, losses.Length);
            using (new Culture())
            {
                second.Restore(first.State);
            }

            second.Step.ShouldBe(3 * cut);
            before.Concat(Follow(second, losses[cut..])).ShouldBe(whole);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-1;1 0 0 0")]
    [InlineData("1;1 0 0")]
    [InlineData("1;NaN 0 0 0")]
    [InlineData("1;1 0 -2 0")]
    [InlineData("1;1 0 0 0;1 0 0 0")]
    public void What_is_no_state_is_refused(string state) =>
        Should.Throw<ArgumentException>(() => Performance(1).Start(1, 1).Restore(state)).Message.ShouldContain($"'{state}' is not the state");

    [Fact]
    public void A_refused_state_changes_nothing()
    {
        ScheduleRun run = Performance(1, patience: 0).PerEpoch().Lasting(2).Then(Performance(0.5)).Start(1, 9);
        string before = run.State;

        Should.Throw<ArgumentException>(() => run.Restore("1;0.5 0 0 1;x"));

        run.State.ShouldBe(before);
        run.Rate.ShouldBe(1);
    }

    [Fact]
    public void Rates_cost_no_memory()
    {
        ScheduleRun run = WarmUp(500).Then(OneCycle(0.1)).Start(1000, 100);

        EndToEnd.AllocatedBytes.Of(1000, () => run.Next()).ShouldBe(0);
    }

    [Fact]
    public void Text_names_every_part_in_every_culture()
    {
        using var culture = new Culture();

        WarmUp(500, 0.5).Then(Cosine(0.25).PerEpoch()).ToString()
            .ShouldBe("WarmUp(from 0.5 of the next rate) per batch, 500 batches; then Cosine(0.25 to 0) per epoch");
    }

    private static float[] Rates(LearningRateSchedule schedule, int batchesPerEpoch, int epochs)
    {
        ScheduleRun run = schedule.Start(batchesPerEpoch, epochs);
        return [.. Enumerable.Range(0, batchesPerEpoch * epochs).Select(_ => run.Next())];
    }

    private static float[] Follow(ScheduleRun run, double[] losses)
    {
        List<float> rates = [];
        foreach (double loss in losses)
        {
            rates.AddRange([run.Next(), run.Next(), run.Next()]);
            run.EndEpoch(loss);
        }

        return [.. rates];
    }
}
