using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

// Inside the namespace, or the runtime's enums of the same names would come first.
using Act = GraphGen.Model.Act;
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
                new DenseSpec("Dense1", "dense1", 300, Init.He, 0, Act.Elu, Bias: true, 0, 0, Frozen: false),
                new BatchNormSpec("BatchNorm1", "batchnorm1", 0.9, 1e-5),
                new DenseSpec("Dense2", "dense2", 100, Init.He, 0, Act.Elu, Bias: true, 0, 0, Frozen: false),
                new BatchNormSpec("BatchNorm2", "batchnorm2", 0.9, 1e-5),
                new DropoutSpec("Dropout1", "dropout1", 0.2),
                new DenseSpec("Dense3", "dense3", 10, Init.Glorot, 0, Act.Linear, Bias: true, 0, 0, Frozen: false),
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
            new DenseSpec("Hidden1", "hidden1", 3, Init.He, 0, Act.Relu, Bias: false, 1e-4, 3, Frozen: true),
            new BatchNormSpec("Norm", "norm", 0.99, 1e-3),
            new ActivationSpec("Swish", "swish", Act.Swish),
            new DropoutSpec("Drop", "drop", 0.5),
            new DenseSpec("Dense2", "dense2", 1, Init.Glorot, 0, Act.Linear, Bias: true, 0, 0, Frozen: false),
        ]);
        network.Accessibility.ShouldBe("internal");
    }

    [Theory]
    [InlineData("Linear", Init.Glorot)]
    [InlineData("Sigmoid", Init.Glorot)]
    [InlineData("Tanh", Init.Glorot)]
    [InlineData("Relu", Init.He)]
    [InlineData("LeakyRelu", Init.He)]
    [InlineData("Elu", Init.He)]
    [InlineData("Swish", Init.He)]
    [InlineData("Selu", Init.LeCun)]
    public void Automatic_initialisers_suit_the_activation(string activation, Init expected) =>
        First($"[Dense(3, Act.{activation})]").Init.ShouldBe(expected);

    [Theory]
    [InlineData("[Dense(3)] [Activation(Act.Relu)]", Init.He)]
    [InlineData("[Dense(3)] [BatchNorm] [Activation(Act.Relu)]", Init.He)]
    [InlineData("[Dense(3)] [BatchNorm] [Dropout(0.1)] [Activation(Act.Selu)]", Init.LeCun)]
    [InlineData("[Dense(3)] [BatchNorm] [Dense(2)] [Activation(Act.Relu)]", Init.Glorot)]
    [InlineData("[Dense(3, Act.Tanh)] [Activation(Act.Relu)]", Init.Glorot)]
    [InlineData("[Dense(3, Init.LeCun)] [Activation(Act.Relu)]", Init.LeCun)]
    public void Automatic_initialisers_look_past_normalisation_and_dropout(string layers, Init expected) =>
        First(layers).Init.ShouldBe(expected);

    [Theory]
    [InlineData("Init.Normal", 0.05)]
    [InlineData("Init.Uniform", 0.05)]
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
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy", LossKind.SoftmaxCrossEntropy)]
    [InlineData("BinaryCrossEntropy", LossKind.BinaryCrossEntropy)]
    [InlineData("MeanSquaredError", LossKind.MeanSquaredError)]
    public void Losses_are_told_apart(string loss, LossKind expected) =>
        Reading.Complete($"[Input(4)] [Dense(2)] [{loss}] partial class Net;").Loss.ShouldBe(expected);

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
    public void Defaults_equal_those_of_the_attribute_types()
    {
        var dense = new DenseAttribute(1);
        Defaults.Bias.ShouldBe(dense.Bias);
        (dense.L2, dense.MaxNorm, dense.Frozen, dense.Name).ShouldBe((0, 0, false, null));
        ((int)dense.Init, (int)dense.Activation).ShouldBe(((int)Init.Auto, (int)Act.Linear));
        double.IsNaN(dense.InitScale).ShouldBeTrue();
        Defaults.BatchNormMomentum.ShouldBe(new BatchNormAttribute().Momentum);
        Defaults.BatchNormEpsilon.ShouldBe(new BatchNormAttribute().Epsilon);
    }

    private static DenseSpec First(string layers) =>
        (DenseSpec)Reading.Complete($"[Input(4)] {layers} [Dense(1)] [MeanSquaredError] partial class Net;").Layers[0];

    private static OptimizerSpec Optimizer(string optimizer) =>
        Reading.Complete($"[Input(4)] [Dense(2)] [MeanSquaredError] {optimizer} partial class Net;").Optimizer;
}
