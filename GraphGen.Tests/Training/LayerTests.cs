using GraphGen.Execution;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class LayerTests
{
    private static readonly LayerActivation Linear = new(Act.Linear, Slope: 0, UpperSlope: 0);

    private readonly FakeNetwork _network = new();

    [Fact]
    public void A_dense_layer_lists_its_weight_and_its_bias_if_it_has_one()
    {
        Parameter weight = Vector("dense1.weight");
        Parameter bias = Vector("dense1.bias");

        new DenseLayer("dense1", weight, bias, Linear).Parameters.ShouldBe([weight, bias]);
        new DenseLayer("dense1", weight, null, Linear).Parameters.ShouldBe([weight]);
    }

    [Fact]
    public void The_slopes_that_an_activation_learns_belong_to_its_layer()
    {
        Parameter weight = Vector("dense1.weight"), alpha = Vector("dense1.alpha");

        new DenseLayer("dense1", weight, null, new LayerActivation(Act.PRelu, 0.25, 0, alpha)).Parameters.ShouldBe([weight, alpha]);
    }

    [Fact]
    public void A_batch_normalisation_lists_its_four_vectors()
    {
        Parameter[] parameters = [Vector("gamma"), Vector("beta"), Vector("moving_mean"), Vector("moving_variance")];

        var layer = new BatchNormLayer("batchnorm1", parameters[0], parameters[1], parameters[2], parameters[3], epsilon: 1e-5);

        layer.Parameters.ShouldBe(parameters);
        layer.Epsilon.ShouldBe(1e-5);
        layer.ToString().ShouldBe("BatchNorm 'batchnorm1'");
    }

    [Fact]
    public void A_layer_can_rest_and_be_trained_again()
    {
        var layer = new DenseLayer("dense1", Vector("dense1.weight"), null, Linear);
        layer.Trainable.ShouldBeTrue();

        layer.Trainable = false;
        layer.Trainable.ShouldBeFalse();

        layer.Trainable = true;
        layer.Trainable.ShouldBeTrue();
    }

    [Fact]
    public void A_layer_declared_frozen_stays_so_and_says_what_to_remove()
    {
        var layer = new DenseLayer("hidden1", Vector("hidden1.weight", trainable: false), null, Linear);

        layer.Trainable.ShouldBeFalse();
        layer.Trainable = false;
        string message = Should.Throw<InvalidOperationException>(() => layer.Trainable = true).Message;
        message.ShouldContain("'hidden1'");
        message.ShouldContain("Remove Frozen = true or [FreezeUpTo]");
        layer.Trainable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_rate_multiplier_is_a_finite_number_from_0_on(float value)
    {
        var layer = new DenseLayer("hidden1", Vector("hidden1.weight"), null, Linear) { RateMultiplier = 0 };

        Should.Throw<ArgumentOutOfRangeException>(() => layer.RateMultiplier = value).Message.ShouldContain("'hidden1'");
        layer.RateMultiplier.ShouldBe(0);
    }

    [Fact]
    public void A_layer_without_parameters_has_a_name_and_a_kind()
    {
        var layer = new DropoutLayer("dropout1", 0.2);

        layer.Name.ShouldBe("dropout1");
        layer.Kind.ShouldBe("Dropout");
        layer.Parameters.ShouldBeEmpty();
    }

    private Parameter Vector(string name, bool trainable = true) => new(name, [16], new Arena(16), 0, null, 0, _network, trainable);
}
