using GraphGen.Generator.Gradients;
using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Graph;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

public sealed class GradientTests
{
    public static TheoryData<Act> Functions => [.. Enum.GetValues<Act>()];

    public static TheoryData<LossKind> Losses => [.. Enum.GetValues<LossKind>()];

    [Fact]
    public void Noise_agrees_with_central_differences_of_the_same_draws() =>
        GradientCheck.Run(Network(4, Reconstruction(LossKind.MeanSquaredError), GaussianNoise(0.3), Dense(3, Act.Tanh), GaussianNoise(0.5), BatchNorm(), Dense(4)));

    [Fact]
    public void Penalties_on_activations_agree_with_central_differences() => GradientCheck.Run(Network(
        4, LossKind.MeanSquaredError, Dense(5, Act.Tanh), ActivityRegularization(0.3), Dense(3, Act.Sigmoid), Sparsity(0.1, 0.5), ActivityRegularization(0.2), Dense(2), ActivityRegularization(0.1)));

    [Theory]
    [InlineData(LossKind.MeanSquaredError)]
    [InlineData(LossKind.BinaryCrossEntropy)]
    public void Reconstruction_agrees_with_central_differences(LossKind loss) =>
        GradientCheck.Run(Network(4, Reconstruction(loss), Dropout(0.3), Dense(3, Act.Tanh), Tied(4, "Dense1")));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_activation_agrees_with_central_differences(Act function) =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4, function), Dense(3, function), Dense(2)));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_activation_behind_the_last_dense_layer_agrees_with_central_differences(Act function) =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(2, Act.Tanh), Dense(2), Activation(function)));

    [Theory]
    [MemberData(nameof(Losses))]
    public void Each_loss_agrees_with_central_differences(LossKind loss) =>
        GradientCheck.Run(Network(3, loss, Dense(4, Act.Tanh), Dense(3)));

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_gradient_by_the_rows_agrees_with_central_differences(LossKind loss) => GradientCheck.RunByInput(Network(
        4, loss, Dropout(0.3), Dense(5, Act.Elu, frozen: true, l2: 0.1), BatchNorm(), Activation(Act.Softmax), GaussianNoise(0.2), Dense(6, Act.RRelu), Sparsity(0.1, 0.5), Dense(3))
        with { HasSampleWeights = true, AccumulatedBatches = 2 });

    [Theory]
    [MemberData(nameof(Functions))]
    public void Batch_norm_before_each_activation_agrees_with_central_differences(Act function) =>
        GradientCheck.Run(Network(3, LossKind.SoftmaxCrossEntropy, Dense(4, bias: false), BatchNorm(), Activation(function), Dense(3)));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Batch_norm_after_each_activation_agrees_with_central_differences(Act function) =>
        GradientCheck.Run(Network(3, LossKind.SoftmaxCrossEntropy, Dense(4, function), BatchNorm(epsilon: 0.01), Dense(3)));

    [Fact]
    public void Softmax_on_softmax_in_front_of_dropout_agrees_with_central_differences() =>
        GradientCheck.Run(Network(4, LossKind.Huber, Activation(Act.Softmax), Dense(5, Act.Softmax), Activation(Act.Softmax), Dropout(0.3), Dense(3, Act.Softmax)));

    [Fact]
    public void Batch_norm_on_inputs_and_logits_agrees_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.BinaryCrossEntropy, BatchNorm(), Dense(4, Act.Elu), BatchNorm(), Dense(2), BatchNorm()));

    [Fact]
    public void Two_batch_norms_in_a_row_agree_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4, Act.Tanh), BatchNorm(), BatchNorm(), Dense(2)));

    [Fact]
    public void Tied_weights_agree_with_central_differences() => GradientCheck.Run(Network(
        4,
        LossKind.MeanSquaredError,
        Dense(3, Act.Tanh, l2: 0.1) with { L1 = 0.02 },
        Dense(2, Act.Elu),
        Tied(3, "Dense2", Act.PRelu),
        BatchNorm(),
        Tied(4, "Dense1"),
        Dense(3, Act.Sigmoid),
        Tied(4, "Dense1", bias: false)));

    [Fact]
    public void Dropout_agrees_with_central_differences_of_the_same_mask() =>
        GradientCheck.Run(Network(4, LossKind.SoftmaxCrossEntropy, Dropout(0.2), Dense(6, Act.Elu), Dropout(0.5), Dense(3), Dropout(0.1)));

    [Fact]
    public void Dropout_in_front_of_batch_norm_agrees_with_central_differences() =>
        GradientCheck.Run(Network(4, LossKind.MeanSquaredError, Dense(6, Act.Swish), Dropout(0.3), BatchNorm(), Dense(2)));

    [Fact]
    public void Alpha_dropout_agrees_with_central_differences_of_the_same_mask() =>
        GradientCheck.Run(Network(4, LossKind.SoftmaxCrossEntropy, AlphaDropout(0.2), Dense(6, Act.Selu), AlphaDropout(0.5), Dense(3), AlphaDropout(0.1)));

    [Theory]
    [InlineData(Act.LeakyRelu, 0.4, 0)]
    [InlineData(Act.Elu, 0.3, 0)]
    [InlineData(Act.RRelu, 0.2, 0.9)]
    public void Declared_slopes_agree_with_central_differences(Act function, double alpha, double upperAlpha) =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4, new ActivationFunction(function, alpha, upperAlpha)), Dense(2)));

    [Theory]
    [InlineData(LossKind.SoftmaxCrossEntropy, 0.2, 0)]
    [InlineData(LossKind.Huber, 0, 0.4)]
    [InlineData(LossKind.MeanSquaredError, 0, 0)]
    public void Weighted_rows_and_the_losses_numbers_agree_with_central_differences(LossKind kind, double labelSmoothing, double delta) =>
        GradientCheck.Run(Network(3, new LossSpec(kind, labelSmoothing, delta), Dense(4, Act.Tanh), Dense(3)) with { HasSampleWeights = true });

    [Fact]
    public void Penalties_on_weights_and_biases_agree_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4, Act.Elu, l2: 0.3) with { L1 = 0.2, PenalizesBias = true }, Dense(3) with { L1 = 0.05 }));

    [Fact]
    public void Several_batches_share_a_step_evenly_and_add_up()
    {
        NetworkSpec network = Network(3, LossKind.MeanSquaredError, Dense(4, Act.Tanh, l2: 0.1), Dense(2));
        DataflowGraph one = Differentiation.Differentiate(NetworkLowering.Training(network)), several = Differentiation.Differentiate(NetworkLowering.Training(network), batches: 4);
        Batch batch = Batch.Draw(network, rows: 5, seed: 1);
        var random = new System.Random(2);
        var parameters = NetworkLowering.Parameters(network).ToDictionary(parameter => parameter.Name, parameter => RandomValues.Parameter(random, parameter));
        var earlier = parameters.ToDictionary(pair => pair.Key, pair => RandomValues.Normal(random, pair.Value.Length, 1));
        var feed = new Feed { Rows = 5, Inputs = batch.Inputs, Expected = batch.Expected, Parameters = parameters, Accumulated = earlier };
        foreach (Output output in one.Outputs.Where(output => output.Role == OutputRole.Gradient))
        {
            string name = output.Parameter!.Name;
            double[] expected = new Interpreter(one, feed)[output.Value].Zip(earlier[name], (gradient, before) => before + (gradient / 4)).ToArray();
            new Interpreter(several, feed).Output(OutputRole.Gradient, output.Parameter).ShouldBe(expected, 1e-12);
        }
    }

    [Fact]
    public void L2_penalties_agree_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.SoftmaxCrossEntropy, Dense(4, Act.Elu, l2: 0.3), BatchNorm(), Dense(3, l2: 0.05, bias: false)));

    [Fact]
    public void Trained_layers_around_frozen_ones_agree_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4, Act.Tanh), Dense(3, Act.Swish, frozen: true, l2: 0.1), Dense(2)));

    [Fact]
    public void A_batch_of_one_row_agrees_with_central_differences() =>
        GradientCheck.Run(Network(3, LossKind.SoftmaxCrossEntropy, Dense(4, Act.Elu), BatchNorm(), Dense(3)), rows: 1);

    /// <summary>Whoever adds an operation must say how it is differentiated, or that it is not.</summary>
    [Fact]
    public void Every_operation_has_a_gradient_rule_or_stands_where_no_gradient_flows()
    {
        Type[] withoutGradient =
        [
            typeof(Subtract), typeof(Divide), typeof(SquareRoot), typeof(Select), // Batch statistics: Normalize's rule covers these paths.
            typeof(Minimum), typeof(Maximum), // Max-norm, clipping and AdaMax alone.
            typeof(ActivateGradient), typeof(RectifyGradient), typeof(RandomRectifyGradient), typeof(SoftmaxGradient), typeof(Sign), typeof(DivergenceGradient), typeof(LossGradient), // Gradients themselves.
            typeof(DrawUnit), // Of Gibbs chains, along which no gradient flows.
            typeof(MultiplyAdd), typeof(NegatedMultiplyAdd), typeof(MultiplySubtract), // Made by passes behind differentiation.
        ];
        Type[] operations = typeof(Operation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract && !type.IsSubclassOf(typeof(Leaf)))
            .ToArray();
        operations.Except(withoutGradient).ShouldBe(GradientRules.Table.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_batch_norm_that_rests_or_is_frozen_has_the_gradient_of_its_moving_statistics()
    {
        NetworkSpec network = Network(3, LossKind.MeanSquaredError, Dense(4, Act.Tanh), BatchNorm(), Dense(4, Act.Tanh), BatchNorm(frozen: true), Dense(2));

        GradientCheck.Run(network);
        GradientCheck.Run(network, resting: [1]);
        GradientCheck.Run(Network(3, LossKind.MeanSquaredError, Dense(4), BatchNorm(), Activation(Act.Swish), BatchNorm(), Dense(2)), resting: [3]);
    }

    [Fact]
    public void Each_trainable_parameter_has_one_gradient_and_nothing_else_has()
    {
        NetworkSpec network = Network(3, LossKind.MeanSquaredError, BatchNorm(), Dense(4, frozen: true), BatchNorm(), Dense(2, l2: 1));
        Differentiation.Differentiate(NetworkLowering.Training(network)).Outputs
            .Where(output => output.Role == OutputRole.Gradient).Select(output => output.Parameter!.Name)
            .ShouldBe(["batchnorm1.gamma", "batchnorm1.beta", "batchnorm2.gamma", "batchnorm2.beta", "dense2.weight", "dense2.bias"], ignoreOrder: true);
    }

    [Fact]
    public void A_graph_without_a_loss_has_no_gradient()
    {
        var builder = new GraphBuilder();
        builder.Leaf(new Input(), Shape.BatchOf(3), "Input", "rows");
        Should.Throw<InvalidOperationException>(() => Differentiation.Differentiate(builder)).Message.ShouldContain("without a loss");
    }
}
