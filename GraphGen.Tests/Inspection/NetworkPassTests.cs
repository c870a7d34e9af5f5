using GraphGen.Execution;
using GraphGen.Tests.EndToEnd;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Inspection;

/// <summary>The inspection's own way through a network against the emitted one.</summary>
public class NetworkPassTests
{
    private const float Tolerance = 1e-5f;

    public static TheoryData<string> AllSubjects => [.. Subjects.ByName.Keys];

    /// <summary>Batch normalisation apart, which predicts by moving statistics.</summary>
    public static TheoryData<string> PredictingSubjects => [.. Subjects.ByName.Keys.Where(name => name != nameof(NormalizedClasses))];

    [Theory]
    [MemberData(nameof(AllSubjects))]
    public void Loss_and_gradients_are_those_of_the_emitted_network(string name)
    {
        Subject subject = Subjects.ByName[name]();
        (double loss, PassedLayer[] layers) = new NetworkPass(subject.Network).Run(subject.Data);
        (float expectedLoss, Dictionary<Parameter, float[]> expected) = subject.Emitted();
        loss.ShouldBe(expectedLoss, Tolerance * Math.Max(1, expectedLoss));
        layers.SelectMany(layer => layer.Pass.Gradients.Keys).ShouldBe(expected.Keys, ignoreOrder: true);
        foreach ((Parameter parameter, float[] gradient) in layers.SelectMany(layer => layer.Pass.Gradients))
        {
            gradient.Max(MathF.Abs).ShouldBeGreaterThan(0, parameter.Name);
            ShouldBeNear(gradient, expected[parameter], parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(AllSubjects))]
    public void A_pass_that_has_run_before_sees_what_a_new_one_sees(string name)
    {
        Subject subject = Subjects.ByName[name]();
        var pass = new NetworkPass(subject.Network);
        pass.Run(subject.Data[..(subject.Data.Count / 2)]);
        pass.Run(subject.Data);
        Parameter changed = subject.Network.Parameters[0];
        changed.CopyFrom(RandomData.Floats(changed.Length, seed: 7));

        (double loss, PassedLayer[] layers) = pass.Run(subject.Data);

        (double expectedLoss, PassedLayer[] expected) = new NetworkPass(subject.Network).Run(subject.Data);
        loss.ShouldBe(expectedLoss);
        foreach ((PassedLayer layer, PassedLayer other) in layers.Zip(expected))
        {
            layer.Outputs.Values.ShouldBe(other.Outputs.Values);
            layer.Gradients.Values.ShouldBe(other.Gradients.Values);
            layer.Pass.Gradients.Values.SelectMany(gradient => gradient).ShouldBe(other.Pass.Gradients.Values.SelectMany(gradient => gradient));
        }
    }

    [Theory]
    [MemberData(nameof(PredictingSubjects))]
    public void Outputs_are_those_that_the_emitted_network_predicts(string name)
    {
        Subject subject = Subjects.ByName[name]();
        ShouldPredict(subject.Network, subject.Data);
    }

    [Fact]
    public void Nothing_is_drawn_at_random()
    {
        var network = new DrawingClasses();
        ShouldPredict(network, Subjects.ByName[nameof(Classes)]().Data);
    }

    [Fact]
    public void RRelu_has_the_gradient_of_a_leaky_relu_of_its_mean_slope()
    {
        Subject leaky = Subjects.ByName[nameof(LeakyReluCurve)]();
        INetwork random = new RReluCurve();
        foreach ((Parameter from, Parameter to) in leaky.Network.Parameters.Zip(random.Parameters))
        {
            float[] values = new float[from.Length];
            from.CopyTo(values);
            to.CopyFrom(values);
        }

        (_, Dictionary<Parameter, float[]> expected) = leaky.Emitted();
        (_, PassedLayer[] layers) = new NetworkPass(random).Run(leaky.Data);
        foreach ((Parameter parameter, float[] gradient) in layers.SelectMany(layer => layer.Pass.Gradients))
        {
            ShouldBeNear(gradient, expected[leaky.Network.Parameters[parameter.Name]], parameter.Name);
        }
    }

    private static void ShouldPredict(INetwork network, Dataset data)
    {
        (_, PassedLayer[] layers) = new NetworkPass(network).Run(data);
        RowMatrix outputs = layers[^1].Outputs;
        float[] predictions = new float[outputs.Values.Length];
        network.EnsureCapacity(data.Count);
        network.Evaluate(data, 0, data.Count, predictions);
        for (int row = 0; row < outputs.Rows; row++)
        {
            ShouldBeNear(Prediction(network.Info.Loss, outputs.Row(row)), predictions.AsSpan(row * outputs.Columns, outputs.Columns).ToArray(), $"row {row}");
        }
    }

    private static float[] Prediction(LossFunction loss, ReadOnlySpan<float> outputs)
    {
        double[] exponentials = [.. outputs.ToArray().Select(z => Math.Exp(z))];
        return loss switch
        {
            LossFunction.SoftmaxCrossEntropy => [.. exponentials.Select(value => (float)(value / exponentials.Sum()))],
            LossFunction.BinaryCrossEntropy => [.. exponentials.Select(value => (float)(value / (1 + value)))],
            _ => outputs.ToArray(),
        };
    }

    private static void ShouldBeNear(float[] actual, float[] expected, string what)
    {
        float tolerance = Tolerance * MathF.Max(1e-2f, expected.Max(MathF.Abs));
        actual.Zip(expected, (left, right) => MathF.Abs(left - right)).Max().ShouldBeLessThan(tolerance, what);
    }
}
