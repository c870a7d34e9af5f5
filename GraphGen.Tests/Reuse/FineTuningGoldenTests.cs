using GraphGen.Tests.Goldens;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Reuse;

/// <summary>Holds fine-tuning to the loop that one writes by hand in PyTorch.</summary>
public sealed class FineTuningGoldenTests
{
    private static readonly FineTuningGolden Golden = FineTuningGolden.Read();

    [Fact]
    public void The_head_then_the_top_layers_and_then_all_with_their_norm_get_the_updates_that_PyTorch_gives_them()
    {
        Tuned network = Initial();
        FineTuneOptions stages = new() { Stages = [Stage(Golden.Stage1, FineTuneStage.Top(1)), Stage(Golden.Stage2, FineTuneStage.Top(2)), Stage(Golden.Stage3, FineTuneStage.Top(3))] };

        FineTuneResult result = FineTune(network, stages);

        foreach ((FinishedStage stage, StageGolden expected) in result.Stages.Zip([Golden.Stage1, Golden.Stage2, Golden.Stage3]))
        {
            stage.TrainedLayers.ShouldBe(expected.Trained);
            Close("losses", [.. stage.History.Loss], expected.Losses);
        }

        ShouldBe(network, Golden.Stage3);
    }

    [Theory]
    [InlineData("output")]
    [InlineData("out.*")]
    public void What_rests_keeps_its_bits(string pattern)
    {
        Tuned network = Initial();

        FineTune(network, new() { Stages = [Stage(Golden.Stage1, FineTuneStage.Matching(pattern))] });

        foreach ((string name, GoldenTensor initial) in Golden.Initial.Where(tensor => !tensor.Key.StartsWith("output")))
        {
            ReuseData.Bits(network.Parameters[name]).ShouldBe(Array.ConvertAll(initial.Values, BitConverter.SingleToInt32Bits), name);
        }

        ShouldBe(network, Golden.Stage1);
    }

    private static FineTuneStage Stage(StageGolden golden, FineTuneStage stage) =>
        stage with { Epochs = golden.Epochs, RateFactor = golden.RateFactor, LayerRateFactor = golden.LayerRateFactor };

    private static FineTuneResult FineTune(Tuned network, FineTuneOptions stages) => network.FineTune(
        new Dataset(Golden.Inputs, Tuned.InputSize, Golden.Labels),
        new FitOptions { BatchSize = Golden.Labels.Length, LearningRate = Golden.LearningRate },
        stages);

    private static Tuned Initial()
    {
        var network = new Tuned(seed: 1);
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.CopyFrom(Golden.Initial[parameter.Name].Values);
        }

        return network;
    }

    private static void ShouldBe(Tuned network, StageGolden golden)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Length];
            parameter.CopyTo(values);
            Close(parameter.Name, values, golden.Parameters[parameter.Name].Values);
        }
    }

    private static void Close(string what, float[] actual, float[] expected)
    {
        double allowed = GoldenAssert.Tolerance * expected.Max(Math.Abs);
        actual.Length.ShouldBe(expected.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            ((double)actual[index]).ShouldBe(expected[index], allowed, $"{what}[{index}]");
        }
    }
}
