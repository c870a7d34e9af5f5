using Xunit;

namespace GraphGen.Tests.Analyzers;

/// <summary>GG5004: generators that make other rows than their discriminators take.</summary>
public class UsageAdversariesTests
{
    [Theory]
    [InlineData("_ = new GanTrainer(new WrongPainter(), [|new Critic()|]);", "'WrongPainter' makes rows of 3, but 'Critic' takes rows of 4", "[Input(3)]")]
    [InlineData("var critic = new Critic(); GanTrainer t = new(discriminator: [|critic|], generator: new WrongPainter());", "rows of 3")]
    public Task Widths_that_do_not_meet_are_reported(string statements, params string[] message) =>
        UsageSource.Reports("GG5004", statements, message);

    [Theory]
    [InlineData("_ = new GanTrainer(new Painter(), new Critic());")]
    [InlineData("IGenerator any = n > 0 ? new Painter() : new WrongPainter(); _ = new GanTrainer(any, new Critic());")]
    public Task What_meets_or_is_not_known_is_left_alone(string statements) => UsageSource.Accepts(statements);
}
