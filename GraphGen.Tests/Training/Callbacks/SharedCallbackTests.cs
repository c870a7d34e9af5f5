using GraphGen.Execution;
using GraphGen.Tests.Data;
using Shouldly;
using Xunit;
using static GraphGen.Tests.Training.ScriptedLosses;

namespace GraphGen.Tests.Training.Callbacks;

/// <summary>A callback remembers one fit at a time, a network is in one fit at a time, and a file belongs to one callback.</summary>
public sealed class SharedCallbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fit begin")]
    [InlineData("batch end 1.2")]
    [InlineData("epoch end 2")]
    [InlineData("fit end Completed")]
    public void A_network_is_refused_to_a_fit_within_its_own(string moment)
    {
        TinyNetwork network = Network();
        NotingCallback again = When.Told(moment, run => Should.Throw<InvalidOperationException>(
            () => Trainer.Fit(run.Network, LineData.Seven, Options)).Message.ShouldContain("being fitted already"));

        Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [again] }).Ending.ShouldBe(FitEnding.Completed);

        network.Memory.Step.ShouldBe((uint)(Options.Epochs * Steps));
        Trainer.Fit(network, LineData.Seven, Options).Ending.ShouldBe(FitEnding.Completed);
    }

    [Fact]
    public void Two_callbacks_of_one_fit_cannot_write_one_file()
    {
        string path = _folder.PathOf("progress"), detour = Path.Combine(Path.GetDirectoryName(path)!, ".", "progress");
        TinyNetwork network = Network();

        ArgumentException refused = Should.Throw<ArgumentException>(
            () => Trainer.Fit(network, LineData.Seven, Options with { Callbacks = [new Checkpoint(path), new CsvLog(detour)] }));

        refused.Message.ShouldContain("Two callbacks write");
        refused.ParamName.ShouldBe(nameof(FitOptions.Callbacks));
        network.Memory.Step.ShouldBe(0u);
        File.Exists(path).ShouldBeFalse();
    }

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
