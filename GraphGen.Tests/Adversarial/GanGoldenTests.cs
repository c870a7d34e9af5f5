using GraphGen.Execution;
using GraphGen.Tests.Goldens;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Adversarial;

/// <summary>Holds the steps of a generator and a discriminator to the loop that one writes by hand in PyTorch.</summary>
public sealed class GanGoldenTests
{
    private static readonly GanGolden Golden = GanGolden.Read();

    [Fact]
    public void Five_steps_leave_both_networks_as_PyTorch_does()
    {
        var generator = new GoldenPainter(seed: 1);
        var discriminator = new GoldenCritic(seed: 1);
        Set(generator, Golden.GeneratorInitial);
        Set(discriminator, Golden.DiscriminatorInitial);
        int rows = Golden.Rows;
        float[] all = new float[2 * rows * GoldenCritic.InputSize], gradients = new float[rows * GoldenCritic.InputSize], ones = new float[rows];
        float[] targets = new float[2 * rows];
        targets.AsSpan(0, rows).Fill(Golden.RealTarget);
        ones.AsSpan().Fill(1);
        for (int step = 0; step < Golden.GeneratorLosses.Length; step++)
        {
            Span<float> generated = all.AsSpan(rows * GoldenCritic.InputSize);
            Golden.Real.AsSpan(step * rows * GoldenCritic.InputSize, rows * GoldenCritic.InputSize).CopyTo(all);
            generator.Forward(Golden.Noise.AsSpan(step * rows * GoldenPainter.InputSize, rows * GoldenPainter.InputSize), generated);

            discriminator.TrainStep(all, targets, Golden.DiscriminatorRate).ShouldBe(Golden.DiscriminatorLosses[step], 1e-5f);
            discriminator.ComputeInputGradients(generated, ones, gradients).ShouldBe(Golden.GeneratorLosses[step], 1e-5f);
            generator.Backward(gradients, Golden.GeneratorRate);
        }

        Close(generator, Golden.GeneratorFinal);
        Close(discriminator, Golden.DiscriminatorFinal);
    }

    private static void Set(INetwork network, Dictionary<string, GoldenTensor> values)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            parameter.CopyFrom(values[parameter.Name].Values);
        }
    }

    private static void Close(INetwork network, Dictionary<string, GoldenTensor> expected)
    {
        foreach (Parameter parameter in network.Parameters)
        {
            float[] values = new float[parameter.Length], wanted = expected[parameter.Name].Values;
            parameter.CopyTo(values);
            double allowed = GoldenAssert.Tolerance * wanted.Max(Math.Abs);
            for (int index = 0; index < values.Length; index++)
            {
                ((double)values[index]).ShouldBe(wanted[index], allowed, $"{network.Info.Name}: {parameter.Name}[{index}]");
            }
        }
    }
}

[Input(3)] [Dense(7)] [BatchNorm] [Activation(Act.Elu)] [Dense(4)] [ExternalLoss] [Adam(0.5, 0.95, 1e-3)]
internal partial class GoldenPainter;

[Input(4)] [Dense(6)] [BatchNorm] [Activation(Act.LeakyRelu, Alpha = 0.25)] [Dense(1)] [BinaryCrossEntropy] [InputGradients] [Adam(0.5, 0.95, 1e-3)]
internal partial class GoldenCritic;
