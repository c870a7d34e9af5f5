using GraphGen.Generator.Lowering;
using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Graph;

using static GraphGen.Tests.Interpretation.Declare;
using Act = GraphGen.Model.Act;

/// <summary>How many layers in front never change, so that training begins behind them.</summary>
public sealed class FrozenLayersTests
{
    [Fact]
    public void Layers_that_add_nothing_to_the_loss_and_draw_nothing_do_not_end_them() => Count(
        Dropout(0), Dense(4, Act.Sigmoid, frozen: true), ActivityRegularization(0), Sparsity(0.1, 0), GaussianNoise(0), BatchNorm(frozen: true), Dense(2)).ShouldBe(6);

    [Fact]
    public void Penalties_noise_and_trained_norms_end_them()
    {
        Count(Dense(4, Act.Sigmoid, frozen: true), ActivityRegularization(0.1), Dense(2)).ShouldBe(1);
        Count(Dense(4, Act.Sigmoid, frozen: true), Sparsity(0.1, 0.1), Dense(2)).ShouldBe(1);
        Count(Dense(4, frozen: true), GaussianNoise(0.1), Dense(2)).ShouldBe(1);
        Count(Dense(4, frozen: true), BatchNorm(), Dense(2)).ShouldBe(1);
    }

    [Fact]
    public void A_tied_layer_without_parameters_of_its_own_belongs_to_them() =>
        Count(Dense(4, Act.Tanh, frozen: true), Tied(3, "Dense1", bias: false), Dense(2)).ShouldBe(2);

    private static int Count(params LayerSpec[] layers) => NetworkLowering.FrozenLayers(Network(3, LossKind.MeanSquaredError, layers));
}
