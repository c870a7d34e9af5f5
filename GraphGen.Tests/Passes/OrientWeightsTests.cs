using GraphGen.Generator.Graph;
using GraphGen.Generator.Lowering;
using GraphGen.Generator.Passes;
using GraphGen.Generator.Planning;
using GraphGen.Model;
using GraphGen.Tests.Interpretation;
using GraphGen.Tests.Randomized;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Passes;

using static GraphGen.Tests.Interpretation.Declare;

public sealed class OrientWeightsTests
{
    private const int Networks = 100;

    [Fact]
    public void Weights_stored_the_other_way_give_the_same_loss_gradients_and_predictions()
    {
        int transposed = 0, seed = 0;
        foreach ((NetworkSpec network, int rows, _) in DeclarationGenerator.Sample(DeclarationGenerator.Case, Networks, 20294))
        {
            seed++;
            IReadOnlyList<ParameterSpec> parameters = NetworkLowering.Parameters(network);
            var stored = WeightOrientation.Transposed(network, parameters);
            transposed += stored.Count;
            var random = new System.Random(seed);
            Batch batch = Batch.Draw(network, rows, seed);
            Feed declared = new()
            {
                Rows = rows,
                Inputs = batch.Inputs,
                Expected = batch.Expected,
                Weights = batch.Weights,
                Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => RandomValues.Parameter(random, parameter)),
                Seed = (ulong)seed,
            };
            Feed oriented = declared with
            {
                Parameters = parameters.ToDictionary(
                    parameter => parameter.Name,
                    parameter => stored.ContainsKey(parameter) ? Transpose(declared.Parameters[parameter.Name], parameter.Shape) : declared.Parameters[parameter.Name]),
            };
            foreach (DataflowGraph before in new[] { Graphs.Training(network), Graphs.Inference(network) })
            {
                DataflowGraph after = Graphs.Run(before, new OrientWeights(stored));
                Feed feed = declared.For(before, network);
                Interpreter old = new(before, feed), renewed = new(after, oriented with { Inputs = feed.Inputs });
                for (int index = 0; index < before.Outputs.Count; index++)
                {
                    Output expected = before.Outputs[index], actual = after.Outputs[index];
                    double[] values = renewed[actual.Value];
                    bool turned = expected.Role == OutputRole.Gradient && actual.Parameter!.IsTransposed;
                    (turned ? Transpose(values, actual.Parameter!.Shape) : values).ShouldBe(old[expected.Value], 1e-9, $"{expected.Role} {expected.Parameter?.Name} of {network}");
                }
            }
        }

        transposed.ShouldBeGreaterThan(Networks / 4);
    }

    [Theory]
    [InlineData(100, 10, true)]
    [InlineData(300, 100, true)]
    [InlineData(100, 100, false)]
    [InlineData(32, 1, true)]
    [InlineData(32, 32, false)]
    [InlineData(16, 48, false)]
    public void A_hidden_layer_s_weights_lie_so_that_few_vectors_hold_them(int inputs, int units, bool isTransposed)
    {
        NetworkSpec network = Network(8, LossKind.MeanSquaredError, Dense(inputs), Dense(units));
        StoredWeight(network).IsTransposed.ShouldBe(isTransposed);
    }

    [Theory]
    [InlineData(784, 100, false)]
    [InlineData(784, 10, true)]
    [InlineData(20, 10, false)]
    public void The_first_layer_needs_a_copy_then_and_so_a_better_reason(int inputs, int units, bool isTransposed) =>
        StoredWeight(Network(inputs, LossKind.MeanSquaredError, Dense(units))).IsTransposed.ShouldBe(isTransposed);

    [Fact]
    public void Penalties_and_limits_keep_the_declared_orientation()
    {
        DenseSpec narrow = Dense(1);
        StoredWeight(Network(8, LossKind.MeanSquaredError, Dense(32), narrow with { L2 = 0.1 })).IsTransposed.ShouldBeFalse();
        StoredWeight(Network(8, LossKind.MeanSquaredError, Dense(32), narrow with { MaxNorm = 3 })).IsTransposed.ShouldBeFalse();
    }

    private static ParameterSpec StoredWeight(NetworkSpec network) =>
        new NetworkPlan(network).Parameters.Parameters.Last(parameter => parameter.Role == ParameterRole.Weight);

    private static double[] Transpose(double[] values, Shape shape)
    {
        double[] transposed = new double[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            transposed[(index % shape.Columns * shape.Rows) + (index / shape.Columns)] = values[index];
        }

        return transposed;
    }
}
