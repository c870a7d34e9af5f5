using GraphGen.Tests.Goldens;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Techniques;

/// <summary>Where the learned slopes of PReLU start (He et al., 2015, section 2.1).</summary>
public sealed class InitialSlopeTests
{
    [Fact]
    public void Slopes_start_at_a_quarter_where_nothing_is_declared() => ShouldStartAt(new PReluUnits(seed: 3).Parameters, 0.25f);

    [Fact]
    public void Slopes_start_where_they_are_declared_to() => ShouldStartAt(new PReluUnitsWithOwnSlope(seed: 3).Parameters, 0.1f);

    [Fact]
    public void Slopes_of_a_standalone_activation_start_there_too() => Slopes(new StandaloneSlopes(seed: 3).Parameters["activation1.alpha"]).ShouldAllBe(slope => slope == 0.25f);

    private static void ShouldStartAt(ParameterCollection parameters, float start)
    {
        foreach (string name in new[] { "dense1.alpha", "dense2.alpha" })
        {
            Slopes(parameters[name]).ShouldAllBe(slope => slope == start, name);
        }
    }

    private static float[] Slopes(Parameter parameter)
    {
        float[] slopes = new float[parameter.Length];
        parameter.CopyTo(slopes);
        return slopes;
    }
}
