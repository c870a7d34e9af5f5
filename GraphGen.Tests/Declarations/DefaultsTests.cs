using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

// Inside the namespace, or the runtime's enums of the same names would come first.
using Act = GraphGen.Model.Act;
using FanMode = GraphGen.Model.FanMode;
using Init = GraphGen.Model.Init;

/// <summary><c>[Defaults]</c>: said once, for every dense layer that says nothing else.</summary>
public class DefaultsTests
{
    [Fact]
    public void Defaults_reach_every_dense_layer_and_their_activation_the_hidden_ones()
    {
        DenseSpec[] layers = Dense(
            """
            [Defaults(Init.Normal, Act.Tanh, InitScale = 0.5, FanMode = FanMode.Out, Gain = 2, L1 = 0.1, L2 = 0.2, PenalizeBias = true, MaxNorm = 3, Bias = false)]
            [Dense(3)] [Dense(2)]
            """);
        DenseSpec Layer(int number, int units, Act activation) =>
            new($"Dense{number}", $"dense{number}", units, Init.Normal, 0.5, activation, Bias: false, 0.2, 3)
            {
                FanMode = FanMode.Out, Gain = 2, L1 = 0.1, PenalizesBias = true,
            };
        layers.ShouldBe([Layer(1, 3, Act.Tanh), Layer(2, 2, Act.Linear)]);
    }

    [Fact]
    public void A_layer_s_own_argument_wins_over_every_default()
    {
        DenseSpec own = Dense(
            """
            [Defaults(Init.Normal, Act.Tanh, InitScale = 0.5, FanMode = FanMode.Out, Gain = 2, L1 = 0.1, L2 = 0.2, PenalizeBias = true, MaxNorm = 3, Bias = false)]
            [Dense(3, Init.Uniform, Act.Relu, InitScale = 0.1, FanMode = FanMode.Auto, Gain = 1, L1 = 0, L2 = 0, PenalizeBias = false, MaxNorm = 0, Bias = true)]
            [Dense(2)]
            """)[0];
        own.ShouldBe(new DenseSpec("Dense1", "dense1", 3, Init.Uniform, 0.1, Act.Relu, Bias: true, 0, 0));
    }

    [Theory]
    [InlineData("[Defaults(Init.LeCun)] [Dense(3)]", Init.LeCun, Act.Linear)]
    [InlineData("[Defaults(Act.Elu)] [Dense(3)]", Init.He, Act.Elu)]
    [InlineData("[Defaults(Init.LeCun, Act.Elu)] [Dense(3)]", Init.LeCun, Act.Elu)]
    [InlineData("[Defaults(Init.LeCun, Act.Elu)] [Dense(3, Act.Tanh)]", Init.LeCun, Act.Tanh)]
    [InlineData("[Defaults(Init.LeCun, Act.Elu)] [Dense(3, Init.He)]", Init.He, Act.Elu)]
    [InlineData("[Defaults(Init.LeCun, Act.Elu)] [Dense(3, Act.Linear)]", Init.LeCun, Act.Linear)]
    [InlineData("[Defaults(Init.LeCun, Act.Elu)] [Dense(3, Init.Auto, Act.Tanh)]", Init.LeCun, Act.Tanh)]
    [InlineData("[Defaults(Init.Auto, Act.Elu)] [Dense(3)]", Init.He, Act.Elu)]
    [InlineData("[Defaults(L2 = 0.1)] [Dense(3, Act.Selu)]", Init.LeCun, Act.Selu)]
    public void Initialiser_and_activation_count_as_said_where_the_constructor_takes_them(string attributes, Init init, Act activation)
    {
        DenseSpec hidden = Dense(attributes + " [Dense(1)]")[0];
        (hidden.Init, hidden.Activation).ShouldBe((init, (ActivationFunction)activation));
    }

    [Theory]
    [InlineData("[Dense(3)] [Activation(Act.Tanh)]")]
    [InlineData("[Dense(3)] [BatchNorm] [Dropout(0.1)] [AlphaDropout(0.1)] [Activation(Act.Tanh)]")]
    public void A_layer_that_leaves_its_activation_to_one_behind_it_stays_linear(string layers)
    {
        DenseSpec hidden = Dense($"[Defaults(Act.Relu)] {layers} [Dense(1)]")[0];
        (hidden.Init, hidden.Activation).ShouldBe((Init.Glorot, (ActivationFunction)Act.Linear));
    }

    [Fact]
    public void Only_the_last_dense_layer_is_the_output() =>
        Dense("[Defaults(Act.Relu)] [Dense(3)] [BatchNorm] [Dense(2)] [Activation(Act.Tanh)]").Select(layer => layer.Activation.Kind)
            .ShouldBe([Act.Relu, Act.Linear]);

    [Theory]
    [InlineData("[Defaults(Alpha = 0.5)] [Dense(3, Act.Elu)]", 0.5, 0.0)]
    [InlineData("[Defaults(Alpha = 0.5)] [Dense(3, Act.LeakyRelu, Alpha = 0.1)]", 0.1, 0.0)]
    [InlineData("[Defaults(Act.LeakyRelu, Alpha = 0.5)] [Dense(3)]", 0.5, 0.0)]
    [InlineData("[Defaults(Act.LeakyRelu, Alpha = 0.5)] [Dense(3, Act.Tanh)]", 0.0, 0.0)]
    [InlineData("[Defaults(Act.RRelu, UpperAlpha = 0.5)] [Dense(3)]", 1.0 / 8, 0.5)]
    [InlineData("[Defaults(Alpha = 0.25, UpperAlpha = 0.5)] [Dense(3, Act.RRelu)]", 0.25, 0.5)]
    public void Slopes_apply_where_the_activation_that_results_takes_them(string attributes, double alpha, double upperAlpha)
    {
        ActivationFunction activation = Dense(attributes + " [Dense(1)]")[0].Activation;
        (activation.Alpha, activation.UpperAlpha).ShouldBe((alpha, upperAlpha));
    }

    [Fact]
    public void Slopes_speak_of_dense_layers_alone() =>
        ((ActivationSpec)Complete("[Defaults(Alpha = 0.5)] [Dense(3)] [Activation(Act.Elu)] [Dense(1)]").Layers[1]).Activation.ShouldBe((ActivationFunction)Act.Elu);

    [Fact]
    public void A_scale_applies_where_the_initialiser_that_results_takes_one() =>
        Dense("[Defaults(InitScale = 0.5)] [Dense(3, Init.Normal)] [Dense(3, Init.He)] [Dense(1, Init.TruncatedNormal)]")
            .Select(layer => layer.InitScale).ShouldBe([0.5, 0, 0.5]);

    [Fact]
    public void What_defaults_fill_in_is_told()
    {
        Complete("[Defaults(Init.He, Act.LeakyRelu, Alpha = 0.2, L2 = 1e-4, Bias = false)] [Dense(3)] [Dense(3)] [Dense(1)]").Choices.ShouldBe(
        [
            "all layers: He (defaults)",
            "hidden layers: LeakyRelu (defaults)",
            "hidden layers: Alpha 0.2 (defaults)",
            "all layers: L2 0.0001 (defaults)",
            "all layers: no bias (defaults)",
        ]);
        Complete("[Defaults(Act.Elu, MaxNorm = 3)] [Dense(3, MaxNorm = 2)] [Dense(3, Act.Tanh, Name = \"second\")] [Dense(3)] [Dense(1)]").Choices.ShouldBe(
        [
            "dense1, dense3: Elu (defaults)",
            "second, dense3, dense4: MaxNorm 3 (defaults)",
        ]);
    }

    [Fact]
    public void Defaults_may_stand_anywhere_on_the_class() => Dense("[Dense(3)] [Dense(1)] [Defaults(Act.Relu)]")[0].Activation.ShouldBe((ActivationFunction)Act.Relu);

    private static NetworkSpec Complete(string attributes) => Reading.Complete($"[Input(4)] {attributes} [MeanSquaredError] partial class Net;");

    private static DenseSpec[] Dense(string attributes) => [.. Complete(attributes).Layers.OfType<DenseSpec>()];
}
