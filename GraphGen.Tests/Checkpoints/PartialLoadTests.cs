using GraphGen.Execution;
using GraphGen.Tests.Data;
using GraphGen.Tests.Parameters;
using GraphGen.Tests.Reuse;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Checkpoints;

public sealed class PartialLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_fits_is_taken_by_name_and_the_rest_is_told_and_left()
    {
        string path = _folder.PathOf("old.safetensors");
        var old = new FakeNetwork(("dense1.weight", [2, 3]), ("dense1.bias", [3]), ("dense2.weight", [3, 5]), ("dense9.bias", [1]));
        var network = new FakeNetwork(("dense1.weight", [2, 3]), ("dense1.bias", [3]), ("dense2.weight", [3, 4]), ("dense3.bias", [2]));
        old.Parameters["dense1.weight"].CopyFrom([1, 2, 3, 4, 5, 6]);
        network.Parameters["dense2.weight"].CopyFrom(Enumerable.Repeat(7f, 12).ToArray());
        CheckpointFile.Save(path, old);

        TransferReport report = CheckpointFile.Load(path, network, partial: true);

        report.CopiedLayers.ShouldBe(["dense1"]);
        report.CopiedParameters.ShouldBe(["dense1.weight", "dense1.bias"]);
        report.Skipped.ShouldBe(
        [
            "dense2: weight has the shape [3, 5] in the file, but [3, 4] is needed.",
            "dense3: bias [2] is missing from the file.",
            "dense9: bias [1] is in the file, but not in the network.",
        ]);
        report.ToString().ShouldStartWith("copied   dense1\nskipped  dense2: weight has");
        Values(network, "dense1.weight").ShouldBe([1, 2, 3, 4, 5, 6]);
        Values(network, "dense2.weight").ShouldAllBe(value => value == 7);
        CheckpointFile.Load(path, old).Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void Parts_of_a_file_do_not_go_between_parameters_and_their_averages()
    {
        string path = _folder.PathOf("averaged.safetensors");
        var network = new AveragedPair(seed: 1);
        network.TrainStep([1, 2, 3, 4, 5], [1, 2], 0.1f);
        network.TrainStep([1, 2, 3, 4, 5], [1, 2], 0.1f);
        network.Save(path);
        int[] own = ReuseData.Bits(network, _ => true);
        network.SwapAverages();

        Should.Throw<InvalidOperationException>(() => network.Load(path, partial: true)).Message.ShouldContain("SwapAverages");
        Should.Throw<InvalidOperationException>(() => network.Load(path, "hidden")).Message.ShouldContain("SwapAverages");
        Should.Throw<InvalidOperationException>(() => network.Load(path, "hidden", partial: true)).Message.ShouldContain("SwapAverages");
        network.SwapAverages();
        ReuseData.Bits(network, _ => true).ShouldBe(own);

        network.SwapAverages();
        network.Load(path).Skipped.ShouldBeEmpty();
        ReuseData.Bits(network, _ => true).ShouldBe(own);
    }

    [Fact]
    public void A_layer_of_which_a_part_fits_is_left_as_a_whole()
    {
        string path = _folder.PathOf("old.safetensors");
        CheckpointFile.Save(path, new FakeNetwork(("dense1.weight", [2, 3]), ("dense2.weight", [3, 4]), ("dense2.bias", [5])));
        var network = new FakeNetwork(("dense1.weight", [2, 3]), ("dense2.weight", [3, 4]), ("dense2.bias", [4]));
        network.Parameters["dense2.weight"].CopyFrom(Enumerable.Repeat(7f, 12).ToArray());

        CheckpointFile.Load(path, network, partial: true).CopiedLayers.ShouldBe(["dense1"]);

        Values(network, "dense2.weight").ShouldAllBe(value => value == 7);
    }

    [Fact]
    public void Nothing_in_common_is_an_error_and_so_is_half_a_training_state()
    {
        string path = _folder.PathOf("other.safetensors");
        CheckpointFile.Save(path, new FakeNetwork(("a.weight", [2, 3])));
        var network = new FakeNetwork(("b.weight", [2, 3]));

        Should.Throw<CheckpointMismatchException>(() => CheckpointFile.Load(path, network, partial: true)).Differences.ShouldBe(
            ["b: weight [2, 3] is missing from the file.", "a: weight [2, 3] is in the file, but not in the network."]);
        Should.Throw<ArgumentException>(() => CheckpointFile.Load(path, network, trainingState: true, partial: true)).ParamName.ShouldBe("partial");
    }

    private static float[] Values(FakeNetwork network, string name)
    {
        float[] values = new float[network.Parameters[name].Length];
        network.Parameters[name].CopyTo(values);
        return values;
    }
}
