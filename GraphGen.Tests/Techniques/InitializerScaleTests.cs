using GraphGen.Numerics;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Techniques;

/// <summary>
/// The initialisers' scales against PyTorch's, with no statistics in between: the same seed draws the same numbers, so an initialiser that derives its
/// scale from fan and gain must give the weights of one that is told PyTorch's scale.
/// </summary>
public sealed class InitializerScaleTests
{
    // The two scales are computed in another order, in double precision: their weights are the same floats or neighbours.
    private const float Tolerance = 1.2e-7f;

    [Fact]
    public void Normal_weights_have_PyTorchs_standard_deviation()
    {
        foreach (InitializerScale scale in InitializerScale.ReadAll())
        {
            ShouldBeEqual(scale, scale.Init, Init.Normal, scale.Deviation);
        }
    }

    [Fact]
    public void Uniform_weights_have_PyTorchs_limit()
    {
        foreach (InitializerScale scale in InitializerScale.ReadAll())
        {
            ShouldBeEqual(scale, Enum.Parse<Init>(scale.Init + "Uniform"), Init.Uniform, scale.Limit);
        }
    }

    private static void ShouldBeEqual(InitializerScale scale, Init init, Init told, double toldScale)
    {
        float[] actual = Fill(scale, init, scale: 0, scale.FanMode, scale.Gain);
        float[] expected = Fill(scale, told, toldScale, FanMode.Auto, gain: 1);
        for (int index = 0; index < actual.Length; index++)
        {
            if (Math.Abs(actual[index] - expected[index]) > Tolerance * Math.Abs(expected[index]))
            {
                actual[index].ShouldBe(expected[index], $"weight {index} of {init} by {scale}");
            }
        }
    }

    private static float[] Fill(InitializerScale layer, Init init, double scale, FanMode fanMode, double gain)
    {
        float[] weights = new float[layer.FanIn * layer.FanOut];
        Initializer.Fill(weights, init, scale, fanMode, gain, layer.FanIn, layer.FanOut, seed: 1, stream: 2);
        return weights;
    }
}
