using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Training;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

public sealed class LayerFreezingTests
{
    private readonly Teacher _network = new(seed: 1);

    [Fact]
    public void Layers_whose_whole_names_match_are_trained_and_all_others_rest()
    {
        _network.SetTrainable("hidden[2-9]|output", true).Select(layer => layer.Name).ShouldBe(["hidden2", "output"]);

        Trained(_network).ShouldBe(["hidden2", "output"]);
    }

    [Fact]
    public void Layers_that_match_can_rest_while_all_others_are_trained()
    {
        _network.SetTrainable("hidden.", false);

        Trained(_network).ShouldBe(["batchnorm1", "output"]);
    }

    [Fact]
    public void A_part_of_a_name_is_no_match()
    {
        Should.Throw<ArgumentException>(() => _network.SetTrainable("hidden|put", true)).Message.ShouldContain("hidden1, batchnorm1, hidden2, output");
        Should.Throw<ArgumentException>(() => _network.SetTrainable("HIDDEN1", true)).Message.ShouldContain("Did you mean 'hidden1'?");
        Trained(_network).ShouldBe(["hidden1", "batchnorm1", "hidden2", "output"]);
    }

    [Theory]
    [InlineData("hidden[12", "is no regular expression")]
    [InlineData("hidden1)|(?:output", "is no regular expression")]
    [InlineData("dropout1", "no layer that has parameters")]
    [InlineData("(?:(.)|(.)|(.)|(.)|(.)|(.)|(.)|(.)|(.)|(.)){10}(?=!)", "takes longer than a second")]
    public void What_cannot_be_meant_is_refused_and_changes_nothing(string pattern, string problem)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => _network.SetTrainable(pattern, true));

        exception.Message.ShouldContain(problem);
        exception.ParamName.ShouldBe("pattern");
        _network.Layers().ShouldAllBe(layer => layer.Trainable);
    }

    [Fact]
    public void What_was_declared_frozen_stays_frozen()
    {
        var network = new FrozenHead();

        network.SetTrainable(".*", true).Select(layer => layer.Name).ShouldBe(["hidden2"]);
        network.SetTrainable("hidden2", false).ShouldBeEmpty();
    }

    [Fact]
    public void A_network_of_which_all_layers_rest_is_not_fitted()
    {
        _network.SetTrainable(".*", false).ShouldBeEmpty();

        Should.Throw<InvalidOperationException>(() => _network.Fit(ReuseData.Classes(3)))
            .Message.ShouldBe("Every layer of Teacher rests, so that a fit would change nothing: let some be trained, as with SetTrainable(\"output\", true).");
        Should.Throw<InvalidOperationException>(() => LearningRateFinder.Find(_network, ReuseData.Classes(3))).Message.ShouldContain("rests");

        _network.SetTrainable("output", true);
        _network.Fit(ReuseData.Classes(3)).Ending.ShouldBe(FitEnding.Completed);
    }

    [Fact]
    public void A_fit_that_trained_a_layer_is_not_resumed_where_it_has_been_declared_frozen()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("fit.safetensors");
        FitOptions options = new() { Epochs = 2 };
        new Thawed(seed: 1).Fit(ReuseData.Classes(3), options with { Epochs = 1, Callbacks = [new Checkpoint(path)] });
        var network = new Frosted(seed: 2);
        int[] before = ReuseData.Bits(network, _ => true);

        CheckpointMismatchException mismatch = Should.Throw<CheckpointMismatchException>(() => network.Fit(ReuseData.Classes(3), options, path));

        mismatch.Differences.ShouldBe(["hidden: the fit trained it, but it has been declared frozen since."]);
        ReuseData.Bits(network, _ => true).ShouldBe(before);

        // The other way round it goes on to rest.
        new Frosted(seed: 1).Fit(ReuseData.Classes(3), options with { Epochs = 1, Callbacks = [new Checkpoint(path)] });
        var thawed = new Thawed(seed: 2);
        thawed.Fit(ReuseData.Classes(3), options, path);
        thawed.Hidden.Trainable.ShouldBeFalse();
        ReuseData.Bits(thawed.Hidden.Weight).ShouldBe(ReuseData.Bits(new Frosted(seed: 1).Hidden.Weight));
    }

    [Fact]
    public void Layers_are_not_changed_within_a_step()
    {
        var network = new TinyNetwork();
        Thread other;
        using (network.Memory.Begin())
        {
            other = new Thread(() => network.SetTrainable("dense2", true));
            other.Start();
            other.Join(TimeSpan.FromMilliseconds(30)).ShouldBeFalse();
            network.Layers[0].Trainable.ShouldBeTrue();
        }

        other.Join();
        network.Layers[0].Trainable.ShouldBeFalse();
    }

    private static string[] Trained(INetwork network) =>
        [.. network.Layers.Where(layer => layer.Parameters.Count > 0 && layer.Trainable).Select(layer => layer.Name)];
}
