using GraphGen.Tests.Data;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Autoencoders;

public class TiedLayerTests
{
    private static readonly float[] Inputs = RandomData.Floats(40 * 20, seed: 3);

    [Fact]
    public void The_weights_are_one_parameter_of_the_layer_in_front()
    {
        var network = new FirstCoder(seed: 1);

        network.Parameters.Select(parameter => parameter.Name).ShouldBe(["dense1.weight", "dense1.bias", "dense2.bias"]);
        (network.Dense2.TiedTo, network.Dense1.TiedTo).ShouldBe((network.Dense1, null));
        network.Dense2.Weight.ShouldBeSameAs(network.Dense1.Weight);
        FirstCoder.Info.ParameterCount.ShouldBe((20 * 9) + 9 + 20);
        FirstCoder.Info.Layers.Select(layer => layer.Parameters).ShouldBe([0, (20 * 9) + 9, 20]);
    }

    [Fact]
    public void A_checkpoint_holds_them_once()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("coder.safetensors");
        var network = new FirstCoder(seed: 1);
        network.TrainStep(Inputs, 0.1f);
        network.Save(path);

        Checkpoint.List(path).Tensors.Select(tensor => $"{tensor.Name} {string.Join('x', tensor.Shape)}")
            .ShouldBe(["dense1.weight 20x9", "dense1.bias 9", "dense2.bias 20"], ignoreOrder: true);
        var loaded = new FirstCoder(seed: 2);
        loaded.Load(path);
        float[] expected = new float[Inputs.Length], predicted = new float[Inputs.Length];
        network.Predict(Inputs, expected);
        loaded.Predict(Inputs, predicted);
        predicted.HasBitsOf(expected).ShouldBeTrue();
    }

    [Fact]
    public void Whether_they_are_trained_is_said_by_the_layer_that_has_them()
    {
        var network = new FirstCoder(seed: 1);
        network.Dense1.Trainable = false;
        float[] weight = Values(network.Dense1.Weight), bias = Values(network.Dense2.Bias!);
        network.TrainStep(Inputs, 0.1f);
        Values(network.Dense1.Weight).ShouldBe(weight);
        Values(network.Dense2.Bias!).ShouldNotBe(bias);

        network.Dense1.Trainable = true;
        network.Dense2.Trainable = false;
        bias = Values(network.Dense2.Bias!);
        network.TrainStep(Inputs, 0.1f);
        Values(network.Dense1.Weight).ShouldNotBe(weight);
        Values(network.Dense2.Bias!).ShouldBe(bias);
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
