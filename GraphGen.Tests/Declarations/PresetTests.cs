using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

// Inside the namespace, or the runtime's enums of the same names would come first.
using Act = GraphGen.Model.Act;
using Init = GraphGen.Model.Init;

/// <summary><c>[Preset]</c>: three recipes for whatever a declaration leaves unsaid.</summary>
public class PresetTests
{
    private static readonly MomentumSpec Nag = new(0.9, Nesterov: true);
    private static readonly AdamSpec AdamW = new(0.9, 0.999, 1e-8) { WeightDecay = 0.01 };

    [Fact]
    public void Classic_makes_the_contract_s_example_of_its_widths()
    {
        NetworkSpec preset = Reading.Complete(
            "[Input(784)] [Preset(Preset.Classic)] [Dense(300)] [Dense(100)] [Dense(10)] [SoftmaxCrossEntropy] public partial class Digits;", "Digits");
        NetworkSpec declared = Reading.Complete(
            """
            [Input(784)]
            [Dense(300, Init.He, Act.Elu)] [BatchNorm]
            [Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            [Nag(momentum: 0.9)]
            public partial class Digits;
            """,
            "Digits");
        (preset with { Choices = default }).ShouldBe(declared);
        preset.Choices.ShouldBe(
        [
            "hidden layers: He (preset Classic)",
            "hidden layers: Elu (preset Classic)",
            "batchnorm1 behind dense1 (preset Classic)",
            "batchnorm2 behind dense2 (preset Classic)",
            "dropout1(rate 0.2) behind batchnorm2 (preset Classic)",
            "optimizer: Nag(momentum 0.9) (preset Classic)",
        ]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Modern_takes_ELU_and_no_normalisation_in_shallow_networks(int hiddenLayers)
    {
        NetworkSpec network = Complete("[Preset(Preset.Modern)]" + string.Concat(Enumerable.Repeat("[Dense(3)]", hiddenLayers)) + "[Dense(1)]");
        network.Layers.Count.ShouldBe(hiddenLayers + 1);
        Hidden(network).ShouldAllBe(layer => layer.Init == Init.He && layer.Activation == Act.Elu);
        (network.Optimizer, network.Schedule).ShouldBe((AdamW, ScheduleKind.OneCycle));
        network.Choices.TakeLast(2).ShouldBe(
        [
            "optimizer: AdamW(weightDecay 0.01, beta1 0.9, beta2 0.999, epsilon 1E-08) (preset Modern)",
            "schedule: OneCycle (preset Modern)",
        ]);
    }

    [Fact]
    public void Modern_takes_Swish_and_batch_normalisation_from_four_hidden_layers_on()
    {
        NetworkSpec network = Complete("[Preset(Preset.Modern)] [Dense(3)] [Dense(3)] [Dense(3)] [Dense(3)] [Dense(1)]");
        network.Layers.Select(layer => layer.Key).ShouldBe(
            ["dense1", "batchnorm1", "dense2", "batchnorm2", "dense3", "batchnorm3", "dense4", "batchnorm4", "dense5"]);
        Hidden(network).ShouldAllBe(layer => layer.Init == Init.He && layer.Activation == Act.Swish);
        (network.Optimizer, network.Schedule).ShouldBe((AdamW, ScheduleKind.OneCycle));
    }

    [Fact]
    public void Self_normalizing_takes_SELU_and_LeCun()
    {
        NetworkSpec network = Complete("[Preset(Preset.SelfNormalizing)] [Dense(3)] [Dense(3)] [Dense(3)] [Dense(3)] [Dense(1)]");
        network.Layers.Count.ShouldBe(5);
        Hidden(network).ShouldAllBe(layer => layer.Init == Init.LeCun && layer.Activation == Act.Selu);
        (network.Optimizer, network.Schedule).ShouldBe((Nag, ScheduleKind.OneCycle));
    }

    [Theory]
    [InlineData("Classic")]
    [InlineData("Modern")]
    [InlineData("SelfNormalizing")]
    public void The_output_and_networks_without_hidden_layers_are_left_alone(string preset)
    {
        DenseSpec output = new("Dense1", "dense1", 1, Init.Glorot, 0, Act.Linear, Bias: true, 0, 0);
        Complete($"[Preset(Preset.{preset})] [Dense(1)]").Layers.ShouldBe([output]);
        Complete($"[Preset(Preset.{preset})] [Dense(3)] [Dense(1)]").Layers.Last()
            .ShouldBe(output with { Name = "Dense2", Key = "dense2" });
    }

    [Theory]
    [InlineData("[Dense(3, Act.Tanh)]", Init.Glorot, Act.Tanh)]
    [InlineData("[Dense(3, Act.Linear)]", Init.Glorot, Act.Linear)]
    [InlineData("[Dense(3, Act.Relu)]", Init.He, Act.Relu)]
    [InlineData("[Dense(3, Init.Orthogonal)]", Init.Orthogonal, Act.Selu)]
    [InlineData("[Dense(3, Init.Auto, Act.Elu)]", Init.He, Act.Elu)]
    [InlineData("[Defaults(Act.Tanh)] [Dense(3)]", Init.Glorot, Act.Tanh)]
    [InlineData("[Defaults(Act.Tanh)] [Dense(3, Act.Relu)]", Init.He, Act.Relu)]
    [InlineData("[Defaults(Init.He)] [Dense(3)]", Init.He, Act.Selu)]
    [InlineData("[Defaults(L2 = 0.1)] [Dense(3)]", Init.LeCun, Act.Selu)]
    [InlineData("[Dense(3)] [BatchNorm] [Activation(Act.Elu)]", Init.He, Act.Linear)]
    public void Layers_come_first_then_defaults_then_the_preset(string layers, Init init, Act activation)
    {
        DenseSpec hidden = Hidden(Complete($"[Preset(Preset.SelfNormalizing)] {layers} [Dense(1)]")).Single();
        (hidden.Init, hidden.Activation).ShouldBe((init, (ActivationFunction)activation));
    }

    [Theory]
    [InlineData("[Dense(3)] [Dense(3)]", "dense1 batchnorm1 dense2 batchnorm2 dropout1 dense3")]
    [InlineData("[Dense(3)] [BatchNorm] [Dense(3)]", "dense1 batchnorm1 dense2 dropout1 dense3")]
    [InlineData("[Dense(3)] [Dense(3)] [BatchNorm]", "dense1 dense2 batchnorm1 dropout1 dense3")]
    [InlineData("[Dropout(0.1)] [Dense(3)]", "dropout1 dense1 batchnorm1 dense2")]
    [InlineData("[Dense(3)] [AlphaDropout(0.1)]", "dense1 batchnorm1 alphadropout1 dense2")]
    [InlineData("[Dense(3)] [Activation(Act.Tanh)]", "dense1 activation1 batchnorm1 dropout1 dense2")]
    [InlineData("[Dense(3, Act.Relu)] [Activation(Act.Tanh)]", "dense1 batchnorm1 activation1 dropout1 dense2")]
    [InlineData("[BatchNorm] [Dropout(0.1)] [Dense(3)]", "batchnorm1 dropout1 dense1 dense2")]
    [InlineData("[Dense(3, Name = \"a\")] [Dense(3, Name = \"b\")]", "a batchnorm1 b batchnorm2 dropout1 dense3")]
    public void Classic_adds_what_the_declaration_has_none_of_where_it_belongs(string layers, string keys) =>
        string.Join(" ", Complete($"[Preset(Preset.Classic)] {layers} [Dense(1)]").Layers.Select(layer => layer.Key)).ShouldBe(keys);

    [Fact]
    public void Added_layers_are_what_their_attributes_would_be()
    {
        EquatableArray<LayerSpec> layers = Complete("[Preset(Preset.Classic)] [Dense(3)] [Dense(1)]").Layers;
        layers[1].ShouldBe(new BatchNormSpec("BatchNorm1", "batchnorm1", 0.9, 1e-5));
        layers[2].ShouldBe(new DropoutSpec("Dropout1", "dropout1", 0.2));
    }

    [Fact]
    public void A_declared_optimizer_wins_and_is_no_choice_of_the_preset()
    {
        NetworkSpec network = Complete("[Preset(Preset.Modern)] [Dense(3)] [Dense(1)] [Sgd]");
        network.Optimizer.ShouldBe(new SgdSpec());
        network.Choices.ShouldBe(
            ["hidden layers: He (preset Modern)", "hidden layers: Elu (preset Modern)", "schedule: OneCycle (preset Modern)"]);
    }

    [Fact]
    public void Slopes_of_layers_and_defaults_go_with_the_preset_s_activation()
    {
        NetworkSpec network = Complete("[Preset(Preset.Modern)] [Defaults(Alpha = 0.5)] [Dense(3)] [Dense(3, Alpha = 2)] [Dense(1)]");
        Hidden(network).Select(layer => layer.Activation.ToString()).ShouldBe(["Elu(0.5)", "Elu(2)"]);
        network.Choices[0].ShouldBe("dense1: Alpha 0.5 (defaults)");
    }

    [Fact]
    public void The_recipes_initialisers_suit_their_activations()
    {
        foreach (string preset in new[] { "Classic", "Modern", "SelfNormalizing" })
        {
            Hidden(Complete($"[Preset(Preset.{preset})] [Dense(3)] [Dense(1)]"))
                .ShouldAllBe(layer => layer.Init == AutomaticInit.For(layer.Activation.Kind));
        }
    }

    private static NetworkSpec Complete(string attributes) => Reading.Complete($"[Input(4)] {attributes} [MeanSquaredError] partial class Net;");

    private static IEnumerable<DenseSpec> Hidden(NetworkSpec network) => network.Layers.OfType<DenseSpec>().SkipLast(1);
}
