using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

// Inside the namespace, or the runtime's enums of the same names would come first.
using Act = GraphGen.Model.Act;
using FanMode = GraphGen.Model.FanMode;
using Init = GraphGen.Model.Init;

public class CompletionTests
{
    [Fact]
    public void The_contract_s_example_reads_as_declared()
    {
        NetworkSpec network = Reading.Complete(
            """
            namespace Samples.Mnist;

            [Input(784)]
            [Dense(300, Init.He, Act.Elu)] [BatchNorm]
            [Dense(100, Init.He, Act.Elu)] [BatchNorm] [Dropout(0.2)]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            [Nag(momentum: 0.9)]
            public partial class Digits;
            """,
            "Samples.Mnist.Digits");
        network.ShouldBe(new NetworkSpec(
            "Samples.Mnist",
            default,
            "Digits",
            "public",
            784,
            new(new LayerSpec[]
            {
                new DenseSpec("Dense1", "dense1", 300, Init.He, 0, Act.Elu, Bias: true, 0, 0),
                new BatchNormSpec("BatchNorm1", "batchnorm1", 0.9, 1e-5),
                new DenseSpec("Dense2", "dense2", 100, Init.He, 0, Act.Elu, Bias: true, 0, 0),
                new BatchNormSpec("BatchNorm2", "batchnorm2", 0.9, 1e-5),
                new DropoutSpec("Dropout1", "dropout1", 0.2),
                new DenseSpec("Dense3", "dense3", 10, Init.Glorot, 0, Act.Linear, Bias: true, 0, 0),
            }),
            LossKind.SoftmaxCrossEntropy,
            new MomentumSpec(0.9, Nesterov: true)));
    }

    [Fact]
    public void Named_properties_reach_the_layers()
    {
        NetworkSpec network = Reading.Complete(
            """
            [Input(4)]
            [Dense(3, Act.Relu, L2 = 1e-4, MaxNorm = 3, Bias = false, Name = "hidden1", Frozen = true)]
            [BatchNorm(Momentum = 0.99, Epsilon = 1e-3, Name = "norm")]
            [Activation(Act.Swish, Name = "swish")]
            [Dropout(0.5, Name = "drop")]
            [Dense(1)]
            [MeanSquaredError]
            partial class Net;
            """);
        network.Layers.ShouldBe(
        [
            new DenseSpec("Hidden1", "hidden1", 3, Init.He, 0, Act.Relu, Bias: false, 1e-4, 3) { Frozen = true },
            new BatchNormSpec("Norm", "norm", 0.99, 1e-3),
            new ActivationSpec("Swish", "swish", Act.Swish),
            new DropoutSpec("Drop", "drop", 0.5),
            new DenseSpec("Dense2", "dense2", 1, Init.Glorot, 0, Act.Linear, Bias: true, 0, 0),
        ]);
        network.Accessibility.ShouldBe("internal");
    }

    [Fact]
    public void Properties_of_weights_and_steps_reach_the_layer() =>
        First("[Dense(3, Act.Tanh, L1 = 0.5, L2 = 0.25, PenalizeBias = true, RateMultiplier = 0.1, FanMode = FanMode.Out, Gain = 2)]").ShouldBe(
            new DenseSpec("Dense1", "dense1", 3, Init.Glorot, 0, Act.Tanh, Bias: true, 0.25, 0)
            {
                L1 = 0.5,
                PenalizesBias = true,
                RateMultiplier = 0.1,
                FanMode = FanMode.Out,
                Gain = 2,
            });

    [Theory]
    [InlineData("Act.LeakyRelu", Act.LeakyRelu, 0.01, 0.0)]
    [InlineData("Act.LeakyRelu, Alpha = 0.2", Act.LeakyRelu, 0.2, 0.0)]
    [InlineData("Act.Elu", Act.Elu, 1.0, 0.0)]
    [InlineData("Act.Elu, Alpha = 0.5", Act.Elu, 0.5, 0.0)]
    [InlineData("Act.PRelu", Act.PRelu, 0.25, 0.0)]
    [InlineData("Act.PRelu, Alpha = -1", Act.PRelu, -1.0, 0.0)]
    [InlineData("Act.RRelu", Act.RRelu, 1.0 / 8, 1.0 / 3)]
    [InlineData("Act.RRelu, Alpha = 0.25", Act.RRelu, 0.25, 1.0 / 3)]
    [InlineData("Act.RRelu, Alpha = 0.25, UpperAlpha = 0.5", Act.RRelu, 0.25, 0.5)]
    [InlineData("Act.LeakyRelu, UpperAlpha = 0.5", Act.LeakyRelu, 0.01, 0.0)]
    [InlineData("Act.Relu, Alpha = 0.5, UpperAlpha = 0.5", Act.Relu, 0.0, 0.0)]
    [InlineData("Act.Gelu", Act.Gelu, 0.0, 0.0)]
    public void Activations_get_the_slopes_that_they_take(string arguments, Act function, double alpha, double upperAlpha)
    {
        var expected = new ActivationFunction(function, alpha, upperAlpha);
        First($"[Dense(3, {arguments})]").Activation.ShouldBe(expected);
        Complete($"[Dense(3)] [Activation({arguments})] [Dense(1)]").Layers[1].ShouldBe(new ActivationSpec("Activation1", "activation1", expected));
    }

    [Fact]
    public void Alpha_dropout_is_a_layer() =>
        Complete("[AlphaDropout(0.1)] [AlphaDropout(0.2, Name = \"drop\")] [Dense(1)]").Layers.Take(2).ShouldBe(
            [new AlphaDropoutSpec("AlphaDropout1", "alphadropout1", 0.1), new AlphaDropoutSpec("Drop", "drop", 0.2)]);

    [Theory]
    [InlineData("Linear", Init.Glorot)]
    [InlineData("Sigmoid", Init.Glorot)]
    [InlineData("Tanh", Init.Glorot)]
    [InlineData("Relu", Init.He)]
    [InlineData("LeakyRelu", Init.He)]
    [InlineData("Elu", Init.He)]
    [InlineData("Swish", Init.He)]
    [InlineData("Selu", Init.LeCun)]
    [InlineData("PRelu", Init.He)]
    [InlineData("RRelu", Init.He)]
    [InlineData("Gelu", Init.He)]
    [InlineData("Mish", Init.He)]
    [InlineData("Softplus", Init.He)]
    [InlineData("HardSwish", Init.He)]
    public void Automatic_initialisers_suit_the_activation(string activation, Init expected) =>
        First($"[Dense(3, Act.{activation})]").Init.ShouldBe(expected);

    [Theory]
    [InlineData("[Dense(3)] [Activation(Act.Relu)]", Init.He)]
    [InlineData("[Dense(3)] [BatchNorm] [Activation(Act.Relu)]", Init.He)]
    [InlineData("[Dense(3)] [BatchNorm] [Dropout(0.1)] [Activation(Act.Selu)]", Init.LeCun)]
    [InlineData("[Dense(3)] [AlphaDropout(0.1)] [Activation(Act.Selu)]", Init.LeCun)]
    [InlineData("[Dense(3)] [BatchNorm] [Dense(2)] [Activation(Act.Relu)]", Init.Glorot)]
    [InlineData("[Dense(3, Act.Tanh)] [Activation(Act.Relu)]", Init.Glorot)]
    [InlineData("[Dense(3, Init.LeCun)] [Activation(Act.Relu)]", Init.LeCun)]
    public void Automatic_initialisers_look_past_normalisation_and_dropout(string layers, Init expected) =>
        First(layers).Init.ShouldBe(expected);

    [Theory]
    [InlineData("Init.Normal", 0.05)]
    [InlineData("Init.Uniform", 0.05)]
    [InlineData("Init.TruncatedNormal", 0.05)]
    [InlineData("Init.Orthogonal", 0.0)]
    [InlineData("Init.Constant", 0.0)]
    [InlineData("Init.Normal, InitScale = 0.01", 0.01)]
    [InlineData("Init.Constant, InitScale = 2", 2.0)]
    [InlineData("Init.He, InitScale = 2", 0.0)]
    public void Initialisers_that_take_a_scale_get_one(string arguments, double expected) =>
        First($"[Dense(3, {arguments})]").InitScale.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("[Sgd]")]
    public void Gradient_descent_is_the_optimizer_where_none_is_named(string optimizer) => Optimizer(optimizer).ShouldBe(new SgdSpec());

    [Fact]
    public void Optimizers_carry_their_hyperparameters()
    {
        Optimizer("[Momentum]").ShouldBe(new MomentumSpec(0.9, Nesterov: false));
        Optimizer("[Momentum(0.5)]").ShouldBe(new MomentumSpec(0.5, Nesterov: false));
        Optimizer("[Nag]").ShouldBe(new MomentumSpec(0.9, Nesterov: true));
        Optimizer("[Adam]").ShouldBe(new AdamSpec(0.9, 0.999, 1e-8));
        Optimizer("[Adam(beta2: 0.99)]").ShouldBe(new AdamSpec(0.9, 0.99, 1e-8));
        Optimizer("[AdaGrad]").ShouldBe(new AdaGradSpec(1e-10));
        Optimizer("[AdaGrad(1e-3)]").ShouldBe(new AdaGradSpec(1e-3));
        Optimizer("[RmsProp]").ShouldBe(new RmsPropSpec(0.9, 1e-10));
        Optimizer("[RmsProp(0.99, 1e-3)]").ShouldBe(new RmsPropSpec(0.99, 1e-3));
        Optimizer("[AdaMax]").ShouldBe(new AdaMaxSpec(0.9, 0.999, 1e-8));
        Optimizer("[AdaMax(0.8, 0.99, 1e-3)]").ShouldBe(new AdaMaxSpec(0.8, 0.99, 1e-3));
        Optimizer("[Nadam]").ShouldBe(new NadamSpec(0.9, 0.999, 1e-8, 0.004));
        Optimizer("[Nadam(0.8, 0.99, 1e-3, 0.1)]").ShouldBe(new NadamSpec(0.8, 0.99, 1e-3, 0.1));
    }

    [Fact]
    public void Weight_decay_is_every_optimizer_s_property_and_AdamW_s_argument()
    {
        Optimizer("[AdamW]").ShouldBe(new AdamSpec(0.9, 0.999, 1e-8) { WeightDecay = 0.01 });
        Optimizer("[AdamW(0.1, beta2: 0.99)]").ShouldBe(new AdamSpec(0.9, 0.99, 1e-8) { WeightDecay = 0.1 });
        Optimizer("[AdamW(0.1, WeightDecay = 0.2)]").WeightDecay.ShouldBe(0.2);
        Optimizer("[Sgd(WeightDecay = 0.1)]").ShouldBe(new SgdSpec { WeightDecay = 0.1 });
        Optimizer("[Nag(WeightDecay = 0.1, DecayBiases = true)]").ShouldBe(
            new MomentumSpec(0.9, Nesterov: true) { WeightDecay = 0.1, DecaysVectors = true });
    }

    [Fact]
    public void What_concerns_the_whole_training_is_the_network_s()
    {
        NetworkSpec plain = Complete("[Dense(1)]");
        (plain.ClipValue, plain.ClipNorm, plain.AccumulatedBatches, plain.AverageDecay).ShouldBe((0, 0, 1, 0));
        (plain.HasSampleWeights, plain.Schedule, plain.Choices.Count).ShouldBe((false, ScheduleKind.Constant, 0));

        NetworkSpec full = Complete(
            "[Dense(1)] [ClipGradientValue(0.5)] [ClipGradientNorm(2)] [AccumulateGradients(4)] [AverageWeights(0.99)] [SampleWeights]");
        (full.ClipValue, full.ClipNorm, full.AccumulatedBatches, full.AverageDecay, full.HasSampleWeights).ShouldBe((0.5, 2, 4, 0.99, true));
        Complete("[Dense(1)] [AverageWeights]").AverageDecay.ShouldBe(0.999);
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy", LossKind.SoftmaxCrossEntropy)]
    [InlineData("BinaryCrossEntropy", LossKind.BinaryCrossEntropy)]
    [InlineData("MeanSquaredError", LossKind.MeanSquaredError)]
    [InlineData("MeanAbsoluteError", LossKind.MeanAbsoluteError)]
    [InlineData("Huber", LossKind.Huber)]
    public void Losses_are_told_apart(string loss, LossKind expected) =>
        Reading.Complete($"[Input(4)] [Dense(2)] [{loss}] partial class Net;").Loss.ShouldBe((LossSpec)expected);

    [Fact]
    public void Losses_carry_their_numbers()
    {
        Reading.Complete("[Input(4)] [Dense(2)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] partial class Net;").Loss
            .ShouldBe(new LossSpec(LossKind.SoftmaxCrossEntropy, 0.1, 0));
        Reading.Complete("[Input(4)] [Dense(2)] [Huber(2)] partial class Net;").Loss.ShouldBe(new LossSpec(LossKind.Huber, 0, 2));
    }

    [Fact]
    public void Nested_classes_carry_the_headers_of_the_types_around_them_with_keywords_escaped()
    {
        NetworkSpec network = Reading.Complete(
            """
            namespace A.@for
            {
                public static partial class Outer
                {
                    internal partial record struct @class
                    {
                        partial interface Inner
                        {
                            [Input(4)] [Dense(2)] [MeanSquaredError] protected internal partial class Net;
                        }
                    }
                }
            }
            """,
            "A.for.Outer+class+Inner+Net");
        network.Namespace.ShouldBe("A.@for");
        network.ContainingTypes.ShouldBe(["partial class Outer", "partial record struct @class", "partial interface Inner"]);
        network.Accessibility.ShouldBe("protected internal");
    }

    [Fact]
    public void Built_in_values_equal_those_of_the_attribute_types()
    {
        var dense = new DenseAttribute(1);
        (dense.Bias, dense.Gain, dense.RateMultiplier).ShouldBe((BuiltIn.Bias, BuiltIn.Gain, BuiltIn.RateMultiplier));
        (dense.L1, dense.L2, dense.PenalizeBias, dense.MaxNorm, dense.Frozen, dense.Name).ShouldBe((0, 0, false, 0, false, null));
        ((int)dense.Init, (int)dense.Activation, (int)dense.FanMode).ShouldBe(((int)Init.Auto, (int)Act.Linear, (int)FanMode.Auto));
        new[] { dense.InitScale, dense.Alpha, dense.UpperAlpha }.ShouldAllBe(number => double.IsNaN(number));
        BuiltIn.BatchNormMomentum.ShouldBe(new BatchNormAttribute().Momentum);
        BuiltIn.BatchNormEpsilon.ShouldBe(new BatchNormAttribute().Epsilon);
        new SoftmaxCrossEntropyAttribute().LabelSmoothing.ShouldBe(0);
        (new SgdAttribute().WeightDecay, new SgdAttribute().DecayBiases).ShouldBe((0, false));
    }

    private static NetworkSpec Complete(string attributes) => Reading.Complete($"[Input(4)] {attributes} [MeanSquaredError] partial class Net;");

    private static DenseSpec First(string layers) => (DenseSpec)Complete($"{layers} [Dense(1)]").Layers[0];

    private static OptimizerSpec Optimizer(string optimizer) => Complete($"[Dense(2)] {optimizer}").Optimizer;
}
