using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG5003: learning rates far from those that the optimizer works with.</summary>
public class UsageRateTests
{
    [Theory]
    [InlineData("new Classes().TrainStep(values, classes, [|0.5f|]);", "A learning rate of 0.5 is too high for [Adam]", "0.0001 to 0.01")]
    [InlineData("new Classes().TrainStep(values, classes, learningRate: [|1|]);", "rate of 1 is too high")]
    [InlineData("new Classes().ApplyGradients([|1e-9f|]);", "too low for [Adam]")]
    [InlineData("new Classes().ApplyGradients([|-0.01f|]);", "-0.01 is impossible")]
    [InlineData("new Classes().ApplyGradients([|float.NaN|]);", "NaN is impossible")]
    [InlineData("new Classes().ApplyGradients([|float.PositiveInfinity|]);", "impossible")]
    [InlineData("new Classes().Fit(data, new FitOptions { LearningRate = [|0.2f|] });", "rate of 0.2 is too high for [Adam]")]
    [InlineData("var o = new FitOptions { LearningRate = [|0.2f|] }; new Classes().Fit(data, o);", "rate of 0.2")]
    [InlineData("float rate = 0.2f; new Classes().Fit(data, new FitOptions { LearningRate = [|rate|] });", "rate of 0.2")]
    [InlineData("const float Rate = 0.2f; new Classes().Fit(data, new FitOptions { LearningRate = [|Rate|] });", "rate of 0.2")]
    [InlineData("new Classes().Fit(data, new FitOptions { Schedule = LearningRateSchedule.Cosine([|0.2|]) });", "rate of 0.2")]
    [InlineData("new Classes().Fit(data, new FitOptions { Schedule = LearningRateSchedule.WarmUp(5).Then(LearningRateSchedule.OneCycle(maximum: [|2|])) });", "rate of 2")]
    [InlineData("var s = LearningRateSchedule.Exponential([|5|], 0.9).PerBatch(); new Classes().Fit(data, new FitOptions { Schedule = s });", "rate of 5")]
    [InlineData("new Numbers().Fit(data, new FitOptions { LearningRate = [|20f|] });", "too high for [Sgd]", "0.001 to 1")]
    [InlineData("new Answer().Fit(data, new FitOptions { LearningRate = [|20f|] });", "too high for [Nag]")]
    [InlineData("new Answers().Fit(data, new FitOptions { LearningRate = [|2f|] });", "too high for [AdaGrad]")]
    [InlineData("new Hidden().Fit(data, new FitOptions { LearningRate = [|20f|] });", "too high for any optimizer")]
    [InlineData("new Clipped().Fit(data, new FitOptions { LearningRate = [|1e-8f|] });", "too low for [Momentum]")]
    public Task A_rate_that_the_optimizer_cannot_train_with_is_reported(string statements, params string[] message) =>
        UsageSource.Reports("GG5003", statements, message);

    [Theory]
    [InlineData("new Classes().TrainStep(values, classes, 0.1f);")]
    [InlineData("new Classes().TrainStep(values, classes, 0);")]
    [InlineData("new Classes().TrainStep(values, classes, 1e-6f);")]
    [InlineData("new Classes().TrainStep(values, classes, n * 0.5f);")]
    [InlineData("for (float rate = 1; rate > 1e-5f; rate *= 0.5f) { new Classes().ApplyGradients(rate); }")]
    [InlineData("new Classes().Fit(data, new FitOptions());")]
    [InlineData("var unused = new FitOptions { LearningRate = 5 };")]
    [InlineData("new Classes().Fit(data, new FitOptions { LearningRate = 5, Schedule = LearningRateSchedule.Cosine(0.01) });")]
    [InlineData("new Classes().Fit(data, new FitOptions { Schedule = LearningRateSchedule.Cosine(0.01, minimum: 1e-9) });")]
    [InlineData("new Classes().Fit(data, new FitOptions { Schedule = LearningRateSchedule.Exponential(0.01, 0.9, every: 50) });")]
    [InlineData("new Numbers().Fit(data, new FitOptions { LearningRate = 5f });")]
    [InlineData("new Answer().Fit(data, new FitOptions { LearningRate = 3.2f });")]
    [InlineData("new Answers().Fit(data, new FitOptions { LearningRate = 1f });")]
    [InlineData("new Clipped().Fit(data, new FitOptions { LearningRate = 100f });")]
    [InlineData("new Hidden().Fit(data, new FitOptions { LearningRate = 0.5f });")]
    [InlineData("LearningRateFinder.Find(new Classes(), data, new LearningRateFinderOptions { Highest = 10 });")]
    public Task Rates_that_may_work_are_left_alone(string statements) => UsageSource.Accepts(statements);

    [Fact]
    public Task A_preset_tells_its_optimizer_within_its_own_project() => Verify.Advises(
        "GG5003",
        """
        [Input(4)] [Dense(8)] [Dense(1)] [MeanSquaredError] [Preset(Preset.Modern)] public partial class Chosen;
        class Use { void All(Chosen net, Dataset data) => net.Fit(data, new FitOptions { LearningRate = [|0.5f|] }); }
        """,
        "too high for [AdamW]");
}
