using GraphGen.Tests.Goldens;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Techniques;

/// <summary>
/// Where inputs are zero, the first layer's weights have no gradient. No optimizer may move them or divide zero by zero: what its
/// formula divides by is epsilon alone.
/// </summary>
public sealed class ZeroGradientTests
{
    public static TheoryData<string> Optimizers =>
        [.. GoldenTable.Networks.Keys.Where(name => name.Contains("Optimizer", StringComparison.Ordinal) && !name.StartsWith("AdamW", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Weights_without_a_gradient_stay_where_they_are(string name)
    {
        var network = (ILabelledNetwork)GoldenTable.Networks[name](3);
        Parameter weight = network.Parameters["dense1.weight"], bias = network.Parameters["dense1.bias"];
        float[] weightsBefore = Values(weight), biasesBefore = Values(bias);

        for (int step = 0; step < 3; step++)
        {
            network.TrainStep(new float[2 * weight.Shape[0]], [0, 1], learningRate: 0.1f);
        }

        Values(weight).ShouldBe(weightsBefore);
        Values(bias).ShouldNotBe(biasesBefore);
        Values(bias).ShouldAllBe(value => float.IsFinite(value));
    }

    private static float[] Values(Parameter parameter)
    {
        float[] values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }
}
