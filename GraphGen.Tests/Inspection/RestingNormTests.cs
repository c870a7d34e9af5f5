using GraphGen.Execution;
using GraphGen.Tests.Reuse;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

/// <summary>A batch normalisation that rests is inspected as it works: by its moving statistics. The judge is the emitted evaluation, which always goes by them.</summary>
public class RestingNormTests
{
    private readonly FrozenNormStack _network = new(seed: 3);
    private readonly Dataset _data = Pairs.Classes(50);

    public RestingNormTests() => Pairs.Align(_network, _network);

    [Fact]
    public void Where_all_norms_rest_the_loss_is_that_of_an_evaluation()
    {
        double evaluated = _network.Evaluate(_data).Loss;

        double withBatchStatistics = _network.Inspect(_data).Loss;
        Math.Abs(withBatchStatistics - evaluated).ShouldBeGreaterThan(1e-3);
        _network.Norm3.Trainable = false;
        ((double)_network.Inspect(_data).Loss).ShouldBe(evaluated, 1e-5);
    }

    [Fact]
    public void Its_outputs_are_normalised_by_moving_statistics_which_stay_what_they_are()
    {
        int[] before = ReuseData.Bits(_network, _ => true);

        NetworkStatistics statistics = _network.Inspect(_data);

        float[] mean = Pairs.Values(_network.Norm1.MovingMean), variance = Pairs.Values(_network.Norm1.MovingVariance);
        float[] weight = Pairs.Values(_network.Hidden1.Weight), bias = Pairs.Values(_network.Hidden1.Bias!);
        double sum = 0;
        for (int row = 0; row < _data.Count; row++)
        {
            for (int unit = 0; unit < mean.Length; unit++)
            {
                double z = bias[unit] + Enumerable.Range(0, Pairs.InputSize).Sum(input => (double)_data.InputRow(row)[input] * weight[(input * mean.Length) + unit]);
                sum += ((z > 0 ? z : Math.Exp(z) - 1) - mean[unit]) / Math.Sqrt(variance[unit] + _network.Norm1.Epsilon);
            }
        }

        ((double)statistics["norm1"].Outputs.Mean).ShouldBe(sum / (_data.Count * mean.Length), 1e-5);
        ReuseData.Bits(_network, _ => true).ShouldBe(before);
    }
}
