using System.Reflection;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Training;

public sealed class AttributeTests
{
    [Fact]
    public void Defaults_are_those_of_the_papers_and_of_keras()
    {
        new MomentumAttribute().Momentum.ShouldBe(0.9);
        new NagAttribute().Momentum.ShouldBe(0.9);
        var adam = new AdamAttribute();
        (adam.Beta1, adam.Beta2, adam.Epsilon).ShouldBe((0.9, 0.999, 1e-8));
        var batchNorm = new BatchNormAttribute();
        (batchNorm.Momentum, batchNorm.Epsilon).ShouldBe((0.9, 1e-5));
    }

    [Fact]
    public void A_dense_layer_needs_no_more_than_its_units()
    {
        var dense = new DenseAttribute(10);

        (dense.Units, dense.Init, dense.Activation).ShouldBe((10, Init.Auto, Act.Linear));
        (dense.L2, dense.MaxNorm, dense.Bias, dense.Name, dense.Frozen).ShouldBe((0, 0, true, null, false));
        dense.InitScale.ShouldBe(double.NaN);
        new DenseAttribute(10, Act.Relu).Activation.ShouldBe(Act.Relu);
        new DenseAttribute(10, Init.He).Init.ShouldBe(Init.He);
    }

    [Theory]
    [InlineData(typeof(DenseAttribute), true)]
    [InlineData(typeof(ActivationAttribute), true)]
    [InlineData(typeof(BatchNormAttribute), true)]
    [InlineData(typeof(DropoutAttribute), true)]
    [InlineData(typeof(InputAttribute), false)]
    [InlineData(typeof(SoftmaxCrossEntropyAttribute), false)]
    [InlineData(typeof(BinaryCrossEntropyAttribute), false)]
    [InlineData(typeof(MeanSquaredErrorAttribute), false)]
    [InlineData(typeof(SgdAttribute), false)]
    [InlineData(typeof(MomentumAttribute), false)]
    [InlineData(typeof(NagAttribute), false)]
    [InlineData(typeof(AdamAttribute), false)]
    public void Layers_may_be_repeated_on_a_class_and_nothing_else_may(Type attribute, bool repeats)
    {
        AttributeUsageAttribute usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;

        usage.ValidOn.ShouldBe(AttributeTargets.Class);
        usage.AllowMultiple.ShouldBe(repeats);
        usage.Inherited.ShouldBeFalse();
    }
}
