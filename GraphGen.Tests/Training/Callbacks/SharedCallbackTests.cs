using GraphGen.Execution;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>A callback remembers one fit at a time.</summary>
public sealed class SharedCallbackTests
{
    [Fact]
    public void A_callback_is_refused_to_a_second_fit_until_the_first_has_ended()
    {
        var shared = new EarlyStopping { Patience = 3 };
        TinyNetwork first = Network(5, 4, 3, 6, 7, 8);
        TinyNetwork second = Network(5, 4, 3, 2, 1, 0.5, 0.4, 0.3);
        var other = new NotingCallback();
        InvalidOperationException? refused = null;
        NotingCallback meanwhile = When.Told("epoch end 2", _ => refused = Should.Throw<InvalidOperationException>(
            () => Trainer.Fit(second, LineData.Seven, Options with { Callbacks = [other, shared] })));

        History history = Trainer.Fit(first, LineData.Seven, Options with { Callbacks = [shared, meanwhile] });

        refused!.Message.ShouldContain("This EarlyStopping belongs to another fit that has not ended");
        refused.Message.ShouldContain("give each fit its own");
        other.Calls.ShouldBe(["fit begin", "fit end Failed"]);
        second.Memory.Step.ShouldBe(0u);
        (history.Epochs.Count, history.BestEpoch, first.Memory.Step).ShouldBe((6, 3, 3u * Steps));
        Trainer.Fit(second, LineData.Seven, Options with { Callbacks = [shared] }).BestEpoch.ShouldBe(8);
    }

    [Theory]
    [InlineData("fit begin")]
    [InlineData("batch end 1.2")]
    [InlineData("fit end Completed")]
    public void A_callback_of_a_fit_that_failed_is_free_again(string moment)
    {
        var shared = new EarlyStopping();
        NotingCallback fails = When.Told(moment, _ => throw new FormatException());
        Should.Throw<FormatException>(() => Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [shared, fails] }));

        Trainer.Fit(Network(), LineData.Seven, Options with { Callbacks = [shared] }).Epochs.Count.ShouldBe(8);
    }
}
