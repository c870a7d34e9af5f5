using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

public class InspectorTests
{
    /// <summary>Three rows of two features.</summary>
    private static readonly float[] Inputs = [1, 1, 2, 1, 1, 3];

    /// <summary>From two inputs to four units: two that are never positive, one that always is, one that is once.</summary>
    private static readonly float[] FirstWeights = [-1, 1, 1, 1, -1, 1, -2, -1];

    [Fact]
    public void Relu_units_that_are_zero_in_every_row_are_dead()
    {
        NetworkStatistics statistics = Inspect(new ByHand(), secondUnits: (3, 1));
        statistics["dense1"].DeadUnits.ShouldBe(0.5f);
        statistics["dense1"].SaturatedShare.ShouldBe(float.NaN);
        statistics["dense1"].Sums!.Minimum.ShouldBe(-5);
        statistics["dense1"].Outputs.Minimum.ShouldBe(0);
    }

    [Fact]
    public void Sigmoid_outputs_near_zero_and_one_are_saturated()
    {
        // One unit sees 6, 9 and 12, the other 2, 3 and 4.
        NetworkStatistics statistics = Inspect(new ByHand(), secondUnits: (3, 1));
        statistics["dense2"].SaturatedShare.ShouldBe(0.5f);
        statistics["dense2"].DeadUnits.ShouldBe(0);
    }

    [Fact]
    public void Units_that_leak_live_and_units_without_any_slope_left_are_dead()
    {
        // tanh of 40 and more is 1 in single precision, so that nothing is left to learn from.
        NetworkStatistics statistics = Inspect(new LeakyByHand(), secondUnits: (20, -0.5f));
        statistics["dense1"].DeadUnits.ShouldBe(0);
        statistics["dense2"].DeadUnits.ShouldBe(0.5f);
        statistics["dense2"].SaturatedShare.ShouldBe(0.5f);
    }

    [Fact]
    public void Layers_without_an_activation_have_no_dead_or_saturated_units()
    {
        LayerStatistics last = Inspect(new ByHand(), secondUnits: (3, 1))["dense3"];
        last.DeadUnits.ShouldBe(float.NaN);
        last.SaturatedShare.ShouldBe(float.NaN);
        last.Sums.ShouldBeNull();
    }

    [Fact]
    public void Every_layer_tells_its_outputs_gradients_and_parameters()
    {
        Subject subject = Subjects.ByName[nameof(NormalizedClasses)]();
        NetworkStatistics statistics = Inspector.Inspect(subject.Network, subject.Data);
        statistics.Rows.ShouldBe(Subject.Rows);
        statistics.Layers.Select(layer => layer.Name).ShouldBe(subject.Network.Layers.Select(layer => layer.Name));
        statistics.Layers.ShouldAllBe(layer => layer.Outputs.StandardDeviation > 0 && layer.Gradients.StandardDeviation > 0);
        statistics["dense1"].Weights!.Count.ShouldBe(5 * 17);
        statistics["dense1"].WeightGradients!.Count.ShouldBe(5 * 17);
        statistics["batchnorm1"].Weights.ShouldBeNull();
        statistics["batchnorm1"].Parameters.Select(parameter => parameter.Name).ShouldBe(
            ["batchnorm1.gamma", "batchnorm1.beta", "batchnorm1.moving_mean", "batchnorm1.moving_variance"]);
        statistics["batchnorm1"].Parameters.Select(parameter => parameter.Gradients is null).ShouldBe([false, false, true, true]);
        Should.Throw<KeyNotFoundException>(() => statistics["dense9"]).Message.ShouldContain("dense1, batchnorm1");
    }

    [Fact]
    public void The_batchs_statistics_normalise_it_and_the_moving_ones_stay()
    {
        Subject subject = Subjects.ByName[nameof(NormalizedClasses)]();
        float[] before = subject.Network.Parameters.Values();
        subject.Network.Parameters["batchnorm1.gamma"].CopyFrom([.. Enumerable.Repeat(2f, 17)]);
        subject.Network.Parameters["batchnorm1.beta"].CopyFrom([.. Enumerable.Repeat(0.25f, 17)]);
        float[] changed = subject.Network.Parameters.Values();
        TensorStatistics outputs = Inspector.Inspect(subject.Network, subject.Data)["batchnorm1"].Outputs;
        outputs.Mean.ShouldBe(0.25f, 1e-4f);
        outputs.StandardDeviation.ShouldBe(2, 1e-3f);
        subject.Network.Parameters.Values().ShouldBe(changed);
        changed.ShouldNotBe(before);
    }

    [Fact]
    public void A_network_that_was_inspected_still_trains_without_allocating()
    {
        var network = new Classes(batchCapacity: 8);
        float[] inputs = RandomData.Floats(8 * Classes.InputSize, seed: 1);
        int[] labels = RandomData.Labels(8, Classes.OutputSize, seed: 2);
        Inspector.Inspect(network, Subjects.ByName[nameof(Classes)]().Data);
        network.BatchCapacity.ShouldBe(8);
        AllocatedBytes.Of(100, () => network.TrainStep(inputs, labels, 0.01f)).ShouldBe(0);
    }

    [Fact]
    public void The_networks_own_Inspect_sees_the_same()
    {
        var network = new Classes();
        Dataset data = Subjects.ByName[nameof(Classes)]().Data;
        network.Inspect(data).ToString().ShouldBe(Inspector.Inspect(network, data).ToString());
        Should.Throw<ArgumentNullException>(() => network.Inspect(null!));
    }

    [Fact]
    public void Data_that_do_not_fit_are_refused()
    {
        var network = new Classes();
        Should.Throw<ArgumentException>(() => Inspector.Inspect(network, new Dataset([1, 2], 2, [0]))).Message.ShouldContain("2 features");
        Should.Throw<ArgumentException>(() => Inspector.Inspect(network, new Dataset([1, 2, 3, 4, 5], 5, [4]))).Message.ShouldContain("names no class");
        Should.Throw<ArgumentException>(() => Inspector.Inspect(network, new Dataset([1, 2, 3, float.NaN, 5], 5, [0]))).Message.ShouldContain("not finite");
        Should.Throw<ArgumentNullException>(() => Inspector.Inspect(network, null!));
        Should.Throw<ArgumentNullException>(() => Inspector.Inspect(null!, new Dataset([1], 1, [0])));
    }

    private static NetworkStatistics Inspect(INetwork network, (float First, float Second) secondUnits)
    {
        network.Parameters["dense1.weight"].CopyFrom(FirstWeights);
        network.Parameters["dense2.weight"].CopyFrom([0, 0, secondUnits.First, secondUnits.Second, 0, 0, 0, 0]);
        return Inspector.Inspect(network, new Dataset(Inputs, 2, [0f, 1f, 0f], 1));
    }
}
